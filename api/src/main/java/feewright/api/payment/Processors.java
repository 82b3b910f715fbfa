package feewright.api.payment;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.PaymentProcessor.ProcessorUnavailable;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.payment.KeepPaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.refund.RefundProcessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The processors of this installation, asked on behalf of a request. One that cannot be asked is a 503. */
public record Processors(List<PaymentProcessor> all, List<RefundProcessor> refunding) {

    public Processors {
        all = List.copyOf(all);
        refunding = List.copyOf(refunding);
    }

    /** Each by its code. */
    public Map<String, PaymentProcessor> byCode() {
        return all.stream().collect(Collectors.toMap(PaymentProcessor::code, Function.identity()));
    }

    /** Those that give money back, each by its code. */
    public Map<String, RefundProcessor> refundsByCode() {
        return refunding.stream().collect(Collectors.toMap(RefundProcessor::code, Function.identity()));
    }

    Optional<PaymentProcessor> read(Fields fields, @Nullable String code) {
        String named = fields.text(code, "/processor");
        Optional<PaymentProcessor> found =
                all.stream().filter(one -> one.code().equals(named)).findFirst();
        if (code != null && found.isEmpty()) {
            fields.fault("processor-unknown", "/processor");
        }
        return found;
    }

    PaymentProcessor.SetUp setUp(PaymentProcessor processor, FirmId firm, ClientId client, @Nullable String customer) {
        return asked(() -> processor.setUp(firm, client, customer));
    }

    /** The customer that the client is at the processor; made there if it was none yet. */
    String customer(KeepPaymentMethods keep, Actor actor, ClientId client, PaymentProcessor processor) {
        return keep.customer(actor, client, processor.code())
                .orElseGet(() -> setUp(processor, actor.firm(), client, null).customer());
    }

    PaymentMethod.Shown shown(PaymentProcessor processor, FirmId firm, PaymentMethod.Reference of) {
        return asked(() -> processor.method(firm, of.customer(), of.method()))
                .orElseThrow(() -> new Refused(Problem.of(ProblemCode.INVALID_FIELDS)
                        .withErrors(List.of(new Problem.Fault("reference-not-found", "/reference")))));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessorUnavailable unavailable) {
            throw new Refused(ProblemCode.PROCESSOR_UNAVAILABLE);
        }
    }
}
