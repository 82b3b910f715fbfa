package feewright.api.money;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.money.PaymentReversalJson.NewInstead;
import feewright.api.money.PaymentReversalJson.NewPaymentReversal;
import feewright.api.openapi.Answers;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.invoice.InvoiceId;
import feewright.payment.Instead;
import feewright.payment.ReversePayment;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import feewright.receivable.Occasion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A payment that was recorded wrongly by hand is taken back, and the right one is recorded instead (requirement T6). */
@RestController
record PaymentReversalEndpoint(
        ReversePayment reversePayment, Once once, FirmClock clock, Accounts accounts, Shown shown) {

    /** How it is shown. */
    @Component
    record Shown(Ledger ledger, Journal journal) {}

    /** The entry that took the payment back, and the payment that was recorded instead, if one was. */
    record PaymentReversalView(
            JournalEntryView reversal, @Nullable JournalEntryView instead) {}

    @Answers(status = 201, body = PaymentReversalView.class)
    @PostMapping(path = "/v1/payments/{id}/reversal", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> reverse(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPaymentReversal body) {
        Fields fields = new Fields();
        Content reason = AmountJson.reason(fields, body.reason());
        NewInstead sent = body.instead();
        Instead instead = sent == null ? null : sent.read(fields);
        fields.check();
        JournalEntryId payment = new JournalEntryId(id);
        return once.run(actor, http, () -> {
            Instead right = sent == null || instead == null ? null : checked(actor, payment, sent, instead);
            return answer(
                    actor,
                    reversePayment.reverse(
                            actor, new ReversePayment.Request(payment, reason, right), clock.now(actor)));
        });
    }

    /** With its allocations, and all of one currency. */
    private Instead checked(Actor actor, JournalEntryId id, NewInstead sent, Instead read) {
        JournalEntry payment = Refused.unlessFound(shown.ledger()
                .find(actor.firm(), id)
                .filter(entry -> entry.occasion() instanceof Occasion.PaymentReceived)
                .orElse(null));
        Instead instead = sent.allocating(read, payment.amount());
        InvoiceId invoice = instead.invoiceInsteadOf(payment);
        if (invoice != null) {
            AmountJson.check(
                    Objects.requireNonNullElse(instead.told().amount(), payment.amount()),
                    accounts.currency(actor, invoice),
                    "/instead" + AmountJson.AMOUNT);
        }
        Stream.ofNullable(instead.allocations())
                .flatMap(List::stream)
                .forEach(part -> accounts.checkCurrency(actor, part.invoice(), part.amount()));
        return instead;
    }

    private Answer answer(Actor actor, ReversePayment.Outcome outcome) {
        return switch (outcome) {
            case ReversePayment.Outcome.Reversed(JournalEntry reversal, JournalEntry instead) ->
                Answer.created(
                        "/v1/journal-entries/" + reversal.id(),
                        new PaymentReversalView(
                                shown.journal().view(actor, reversal),
                                instead == null ? null : shown.journal().view(actor, instead)));
            case ReversePayment.Outcome.Refused(var decision) -> new Answer.NotDone(Rulings.problem(decision));
            case ReversePayment.Outcome.PossibleDuplicate(JournalEntryId earlier) ->
                PaymentEndpoints.alike(earlier, "/instead");
            case ReversePayment.Outcome.AllocationsMissing _ -> Answer.refused(ProblemCode.ALLOCATIONS_MISSING);
            case ReversePayment.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        };
    }
}
