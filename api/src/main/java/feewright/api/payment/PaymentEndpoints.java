package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.MoneyJson;
import feewright.api.ledger.Accounts;
import feewright.api.ledger.Journal;
import feewright.api.ledger.JournalEntryView;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.payment.PaymentJson.NewClientPayment;
import feewright.api.payment.PaymentJson.NewPayment;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.payment.AllocatePayment;
import feewright.payment.MoneyIn.Received;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.refund.RequestRefund;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
record PaymentEndpoints(Doing doing, IdempotentWrites once, FirmClock clock, Accounts accounts, Journal journal) {

    /** What is done. */
    @Component
    record Doing(
            RecordPayment recordPayment,
            AllocatePayment allocatePayment,
            RefundPayment refundPayment,
            RequestRefund requestRefund) {}

    /**
     * Without an amount, everything that can be given back. {@code offline}: although a processor brought the payment, it goes back
     * another way.
     */
    record NewRefund(
            @Nullable MoneyJson amount,
            @Nullable String reason,
            @Nullable String clientNote,
            @Nullable Boolean offline) {}

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/invoices/{id}/payments")
    ResponseEntity<byte[]> pay(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPayment body) {
        Fields fields = new Fields();
        Received received = body.read(fields, clock.today(actor));
        fields.check();
        InvoiceId invoice = new InvoiceId(id);
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, invoice, received.amount());
            return answer(actor, doing.recordPayment().pay(actor, invoice, received, clock.now(actor)));
        });
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/clients/{id}/payments")
    ResponseEntity<byte[]> deposit(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewClientPayment body) {
        Fields fields = new Fields();
        Received received = body.read(fields, clock.today(actor));
        List<AllocatePayment.Part> parts = body.parts(fields, received.amount());
        fields.check();
        ClientId client = new ClientId(id);
        return once.run(actor, http, () -> {
            parts.forEach(part -> accounts.checkCurrency(actor, part.invoice(), part.amount()));
            return answer(
                    actor,
                    parts.isEmpty()
                            ? doing.recordPayment().deposit(actor, client, received, clock.now(actor))
                            : doing.allocatePayment()
                                    .share(
                                            actor,
                                            new AllocatePayment.Request(client, received, parts),
                                            clock.now(actor)));
        });
    }

    @ResponseDescriptions(status = 201, body = JournalEntryView.class)
    @PostMapping("/payments/{id}/refunds")
    ResponseEntity<byte[]> refund(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewRefund body) {
        Fields fields = new Fields();
        Money amount = AmountJson.maybe(fields, body.amount(), AmountJson.AMOUNT);
        JournalEntryId payment = new JournalEntryId(id);
        RefundPayment.Request request = new RefundPayment.Request(
                payment,
                amount,
                AmountJson.reason(fields, body.reason()),
                ClientNote.of(fields, body.clientNote()),
                true);
        fields.check();
        return once.run(actor, http, () -> {
            accounts.checkCurrency(actor, payment, amount);
            if (!Boolean.TRUE.equals(body.offline()) && doing.requestRefund().isOfAProcessor(actor, payment)) {
                return WriteResponse.refused(ProblemCode.REFUND_THROUGH_PROCESSOR);
            }
            return switch (doing.refundPayment().refund(actor, request, clock.now(actor))) {
                case RefundPayment.Outcome.Refunded(var entry, var _) -> journal.created(actor, entry);
                case RefundPayment.Outcome.Refused(var decision) ->
                    new WriteResponse.NotDone(Rulings.problem(decision));
                case RefundPayment.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }

    private WriteResponse answer(Actor actor, RecordPayment.Outcome outcome) {
        return switch (outcome) {
            case RecordPayment.Outcome.Recorded(var entry) -> journal.created(actor, entry);
            case RecordPayment.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case RecordPayment.Outcome.PossibleDuplicate(JournalEntryId earlier) -> alike(earlier, "");
            case RecordPayment.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    /** Names the payment that is alike. */
    static WriteResponse alike(JournalEntryId earlier, String pointer) {
        return new WriteResponse.NotDone(Problem.of(ProblemCode.POSSIBLE_DUPLICATE)
                .withErrors(
                        List.of(new Problem.Fault("possible-duplicate", pointer, "/v1/journal-entries/" + earlier))));
    }
}
