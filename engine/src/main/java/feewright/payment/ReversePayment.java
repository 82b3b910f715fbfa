package feewright.payment;

import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Use case: takes back a payment that was recorded wrongly by hand, as if it had never been, and records the right one instead
 * (requirement T6). No money moved, so this is no refund. The books of earlier days stay: the reversal is booked today.
 */
public record ReversePayment(RecordPayment recordPayment) {

    /** Which payment, and why; and what is recorded instead, if anything (null). */
    public record Request(
            JournalEntryId payment,
            CustomerText reason,
            @Nullable ReplacementPayment instead) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** Null for the payment where nothing is recorded instead. */
        record Reversed(JournalEntry reversal, @Nullable JournalEntry instead) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** What is to be recorded instead seems to be there already. */
        record PossibleDuplicate(JournalEntryId payment) implements Outcome {}

        /** It pays invoices that a person chose, and what is recorded instead says of none what it gets. */
        record AllocationsMissing() implements Outcome {}

        /** There is no such payment, or nothing that the right one could be for. */
        record NotFound() implements Outcome {}
    }

    /** Fails where the payment that is recorded instead has another currency than its invoice. */
    public Outcome reverse(Actor actor, Request request, Instant now) {
        return recordPayment
                .transactions()
                .in(
                        actor,
                        () -> books().ledger()
                                .find(actor.firm(), request.payment())
                                .filter(entry -> entry.cause() instanceof EntryCause.PaymentReceived)
                                .map(payment -> reversed(new DecisionMaker.Requester(actor, now), payment, request))
                                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome reversed(DecisionMaker.Requester by, JournalEntry payment, Request request) {
        ReplacementPayment instead = request.instead();
        return instead == null ? alone(by, payment, request.reason()) : replaced(by, payment, request, instead);
    }

    private Outcome alone(DecisionMaker.Requester by, JournalEntry payment, CustomerText reason) {
        PaymentReversal reversal = PaymentReversal.of(
                books(), ReversiblePayment.lock(books().ledger(), recordPayment.credits(), payment, Set.of()));
        Decision decision = reversal.judge(by.actor(), by.at());
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Reversed(reversal.post(decision, reason), null);
    }

    /** Both are judged before either is entered, so that a refusal leaves nothing. What is alike is locked first, as it always is. */
    private Outcome replaced(
            DecisionMaker.Requester by, JournalEntry wrong, Request request, ReplacementPayment instead) {
        Actor actor = by.actor();
        MoneyIn.Received received = instead.insteadOf(wrong, reference(wrong));
        Optional<JournalEntryId> alike = recordPayment.duplicates().of(actor.firm(), received, wrong.id());
        PaymentReversal reversal = PaymentReversal.of(
                books(),
                ReversiblePayment.lock(books().ledger(), recordPayment.credits(), wrong, instead.invoices(wrong)));
        Optional<PaymentTarget> before = incoming(actor, wrong, instead);
        if (before.isEmpty()) {
            return new Outcome.NotFound();
        }
        Decision reversing = reversal.judge(actor, by.at());
        if (reversing.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(reversing);
        }
        if (alike.isPresent()) {
            return new Outcome.PossibleDuplicate(alike.get());
        }
        Optional<List<AllocatePayment.Part>> parts = new ReplacementAllocations(books().ledger(), reversal).of(instead);
        if (parts.isEmpty()) {
            return new Outcome.AllocationsMissing();
        }
        PaymentCorrection replacement = new PaymentCorrection(recordPayment, reversal, reversing, request.reason());
        return parts.get().isEmpty()
                ? replacement.whole(
                        before.get(),
                        received,
                        () -> incoming(actor, wrong, instead).orElseThrow())
                : AllocatePayment.shares(books().ledger(), actor.firm(), parts.get())
                        .map(shares ->
                                replacement.shared(new AllocatedPayment(recordPayment, before.get(), received), shares))
                        .orElseGet(Outcome.NotFound::new);
    }

    private Optional<PaymentTarget> incoming(Actor actor, JournalEntry wrong, ReplacementPayment instead) {
        return recordPayment.incoming(actor, instead.invoiceInsteadOf(wrong), instead.clientInsteadOf(wrong));
    }

    private @Nullable CustomerText reference(JournalEntry payment) {
        return books().customerTexts()
                .of(payment.of().firm(), List.of(payment.id().value()))
                .get(CustomerTextKey.of(payment.id(), CustomerTextKey.REFERENCE));
    }

    private Bookkeeping books() {
        return recordPayment.books();
    }
}
