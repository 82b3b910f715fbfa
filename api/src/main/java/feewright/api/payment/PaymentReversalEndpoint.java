package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.ledger.Accounts;
import feewright.api.ledger.Journal;
import feewright.api.ledger.JournalEntryView;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.payment.PaymentReversalJson.NewInstead;
import feewright.api.payment.PaymentReversalJson.NewPaymentReversal;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.AmountJson;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.payment.ReplacementPayment;
import feewright.payment.ReversePayment;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
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
        ReversePayment reversePayment, IdempotentWrites once, FirmClock clock, Accounts accounts, Shown shown) {

    /** How it is shown. */
    @Component
    record Shown(Ledger ledger, Journal journal) {}

    /** The entry that took the payment back, and the payment that was recorded instead, if one was. */
    record PaymentReversalView(
            JournalEntryView reversal, @Nullable JournalEntryView replacement) {}

    @ResponseDescriptions(status = 201, body = PaymentReversalView.class)
    @PostMapping(path = "/v1/payments/{id}/reversal", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> reverse(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPaymentReversal body) {
        Fields fields = new Fields();
        CustomerText reason = AmountJson.reason(fields, body.reason());
        NewInstead sent = body.replacement();
        ReplacementPayment instead = sent == null ? null : sent.read(fields);
        fields.check();
        JournalEntryId payment = new JournalEntryId(id);
        return once.run(actor, http, () -> {
            ReplacementPayment right = sent == null || instead == null ? null : checked(actor, payment, sent, instead);
            return answer(
                    actor,
                    reversePayment.reverse(
                            actor, new ReversePayment.Request(payment, reason, right), clock.now(actor)));
        });
    }

    /** With its allocations, and all of one currency. */
    private ReplacementPayment checked(Actor actor, JournalEntryId id, NewInstead sent, ReplacementPayment read) {
        JournalEntry payment = ProblemException.unlessFound(shown.ledger()
                .find(actor.firm(), id)
                .filter(entry -> entry.cause() instanceof EntryCause.PaymentReceived)
                .orElse(null));
        ReplacementPayment instead = sent.allocating(read, payment.amount());
        InvoiceId invoice = instead.invoiceInsteadOf(payment);
        if (invoice != null) {
            AmountJson.check(
                    Objects.requireNonNullElse(instead.told().amount(), payment.amount()),
                    accounts.currency(actor, invoice),
                    "/replacement" + AmountJson.AMOUNT);
        }
        Stream.ofNullable(instead.allocations())
                .flatMap(List::stream)
                .forEach(part -> accounts.checkCurrency(actor, part.invoice(), part.amount()));
        return instead;
    }

    private WriteResponse answer(Actor actor, ReversePayment.Outcome outcome) {
        return switch (outcome) {
            case ReversePayment.Outcome.Reversed(JournalEntry reversal, JournalEntry instead) ->
                WriteResponse.created(
                        "/v1/journal-entries/" + reversal.id(),
                        new PaymentReversalView(
                                shown.journal().view(actor, reversal),
                                instead == null ? null : shown.journal().view(actor, instead)));
            case ReversePayment.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case ReversePayment.Outcome.PossibleDuplicate(JournalEntryId earlier) ->
                PaymentEndpoints.alike(earlier, "/replacement");
            case ReversePayment.Outcome.AllocationsMissing _ -> WriteResponse.refused(ProblemCode.ALLOCATIONS_MISSING);
            case ReversePayment.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
