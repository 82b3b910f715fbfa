package feewright.api.payment;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.PaymentProcessor.ProcessorUnavailable;
import feewright.engine.Processors;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks processors on behalf of a request. One that cannot be asked is a 503. */
@Component
record ProcessorCalls(Processors processors) {

    Optional<PaymentProcessor> read(Fields fields, @Nullable String code) {
        String named = fields.text(code, "/processor");
        Optional<PaymentProcessor> found = Optional.ofNullable(named).map(processors.collecting()::get);
        if (code != null && found.isEmpty()) {
            fields.fault("processor-unknown", "/processor");
        }
        return found;
    }

    PaymentProcessor.SetUp setUp(PaymentProcessor processor, FirmId firm, ClientId client, @Nullable String customer) {
        return asked(() -> processor.setUp(firm, client, customer));
    }

    /** The customer that the client is at the processor; made there if it was none yet. */
    String customer(ManagePaymentMethods keep, Actor actor, ClientId client, PaymentProcessor processor) {
        return keep.customer(actor, client, processor.code())
                .orElseGet(() -> setUp(processor, actor.firm(), client, null).customer());
    }

    PaymentMethod.Display shown(PaymentProcessor processor, FirmId firm, PaymentMethod.Reference of) {
        return asked(() -> processor.method(firm, of.customer(), of.method()))
                .orElseThrow(() -> new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                        .withErrors(List.of(new Problem.Fault("reference-not-found", "/reference")))));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessorUnavailable unavailable) {
            throw new ProblemException(ProblemCode.PROCESSOR_UNAVAILABLE);
        }
    }
}
