package feewright.api.money;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.json.MoneyJson;
import feewright.api.openapi.Answers;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.invoice.InvoiceId;
import feewright.payment.MoneyIn.Received;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.refund.AskForRefund;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that came in by hand, for an invoice or as a deposit, and money that is given back (requirement A5). */
@RestController
@RequestMapping(path = "/v1", consumes = "application/json", produces = "application/json")
record PaymentEndpoints(Doing doing, Once once, FirmClock clock, Accounts accounts, Journal journal) {

    private static final int LONGEST_REFERENCE = 1000;

    /** What is done. */
    @Component
    record Doing(RecordPayment recordPayment, RefundPayment refundPayment, AskForRefund askForRefund) {}

    /** {@code received_on} is today where it is left out. */
    record NewPayment(
            @Nullable MoneyJson amount,
            @Nullable String method,
            @Nullable LocalDate receivedOn,
            @Nullable String reference) {}

    /**
     * Without an amount, everything that can be given back. {@code by_hand}: although a processor brought the payment, it goes back
     * another way.
     */
    record NewRefund(
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable Boolean byHand) {}

    @Answers(status = 201, body = JournalEntryView.class)
    @PostMapping("/invoices/{id}/payments")
    ResponseEntity<byte[]> pay(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPayment body) {
        Received received = read(actor, body);
        InvoiceId invoice = new InvoiceId(id);
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, invoice, received.amount());
            return answer(actor, doing.recordPayment().pay(actor, invoice, received, clock.now(actor)));
        });
    }

    @Answers(status = 201, body = JournalEntryView.class)
    @PostMapping("/clients/{id}/payments")
    ResponseEntity<byte[]> deposit(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPayment body) {
        Received received = read(actor, body);
        return once.run(
                actor,
                http,
                () -> answer(
                        actor, doing.recordPayment().deposit(actor, new ClientId(id), received, clock.now(actor))));
    }

    @Answers(status = 201, body = JournalEntryView.class)
    @PostMapping("/payments/{id}/refunds")
    ResponseEntity<byte[]> refund(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewRefund body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        Content reason = AmountJson.reason(fields, body.reason());
        fields.check();
        JournalEntryId payment = new JournalEntryId(id);
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, payment, amount);
            RefundPayment.Request request = new RefundPayment.Request(payment, amount, reason);
            if (!Boolean.TRUE.equals(body.byHand()) && doing.askForRefund().isOfAProcessor(actor, payment)) {
                return Answer.refused(ProblemCode.REFUND_THROUGH_PROCESSOR);
            }
            return switch (doing.refundPayment().refund(actor, request, clock.now(actor))) {
                case RefundPayment.Outcome.Refunded(var entry, var _) -> journal.created(actor, entry);
                case RefundPayment.Outcome.Refused(var decision) -> new Answer.NotDone(Rulings.problem(decision));
                case RefundPayment.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
            };
        });
    }

    private Answer answer(Actor actor, RecordPayment.Outcome outcome) {
        return switch (outcome) {
            case RecordPayment.Outcome.Recorded(var entry) -> journal.created(actor, entry);
            case RecordPayment.Outcome.Refused(var decision) -> new Answer.NotDone(Rulings.problem(decision));
            case RecordPayment.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        };
    }

    private Received read(Actor actor, NewPayment body) {
        Fields fields = new Fields();
        Money amount = AmountJson.above(fields, body.amount(), AmountJson.AMOUNT);
        String code = fields.text(body.method(), "/method");
        Optional<Occasion.Method> method = Arrays.stream(Occasion.Method.values())
                .filter(Occasion.Method::isByHand)
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (body.method() != null && method.isEmpty()) {
            fields.fault("method-unknown", "/method");
        }
        Content reference =
                body.reference() == null ? null : fields.line(body.reference(), LONGEST_REFERENCE, "/reference");
        fields.check();
        LocalDate on = body.receivedOn() == null ? clock.today(actor) : body.receivedOn();
        return new Received(amount, method.orElseThrow(), on, reference);
    }
}
