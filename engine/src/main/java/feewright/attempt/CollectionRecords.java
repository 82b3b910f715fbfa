package feewright.attempt;

import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.ledger.InvoiceAccount;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.payment.PaymentMethods;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What collecting reads and writes beside the books. */
public record CollectionRecords(CollectionCursors cursors, Attempts attempts, PaymentMethods methods) {

    /** What comes next to collect the invoice of an account. */
    public CollectionCursor.NextStep next(InvoiceAccount account) {
        Invoice.Parties parties = account.head().parties();
        return new CollectionOutlook(
                        account,
                        cursors.find(parties.firm(), account.invoice()).orElse(null),
                        methods.autopay(parties.firm(), List.of(parties.client())).stream()
                                .findFirst()
                                .orElse(null))
                .next();
    }

    /** The method that a client named for autopay, or else the newest one. */
    Optional<PaymentMethod> methodOf(FirmId firm, ClientId client, @Nullable Autopay autopay) {
        if (autopay != null && autopay.method() != null) {
            Optional<PaymentMethod> named = methods.find(firm, autopay.method());
            if (named.isPresent()) {
                return named;
            }
        }
        return methods.of(firm, client).stream().findFirst();
    }

    /**
     * What a processor is to be asked about a live attempt: to collect it, as long as its key lasts and nobody has it; else how it
     * stands. Empty where the firm has no such method.
     */
    Optional<ProcessorCall> errand(PaymentAttempt attempt, Instant now) {
        return methods.ever(attempt.of().firm(), attempt.method()).map(method -> errand(attempt, method, now));
    }

    /** The same with the method at hand. */
    ProcessorCall errand(PaymentAttempt attempt, PaymentMethod method, Instant now) {
        return attempt.isWithTheProcessor()
                        || !PollSchedule.keyLasts(attempt.made().at(), now)
                ? new ProcessorCall.LookUp(charge(attempt, method))
                : new ProcessorCall.Collect(charge(attempt, method));
    }

    /** Asks how an attempt stands now, whatever is known of it. */
    public Optional<ProcessorCall> lookUp(PaymentAttempt attempt) {
        return methods.ever(attempt.of().firm(), attempt.method())
                .map(method -> new ProcessorCall.LookUp(charge(attempt, method)));
    }

    private static Charge charge(PaymentAttempt attempt, PaymentMethod method) {
        return new Charge(
                attempt.of().firm(),
                attempt.of().invoice(),
                attempt.id(),
                attempt.amount(),
                method.reference(),
                attempt.made().at(),
                attempt.reference());
    }

    /** Where the collection of an invoice stands, locked: before the account, as everybody who collects does. */
    CollectionCursor locked(FirmId firm, InvoiceId invoice, ClientId client) {
        cursors.open(firm, List.of(unstarted(invoice, client)));
        return cursors.lock(firm, invoice).orElseThrow();
    }

    /** The same, but one that was never started is not opened before it moves: what is refused leaves nothing. */
    CollectionCursor lockedIfStarted(FirmId firm, InvoiceId invoice, ClientId client) {
        return cursors.lock(firm, invoice).orElseGet(() -> unstarted(invoice, client));
    }

    /** Opens a cursor where it is not yet, and moves it. */
    CollectionCursor started(FirmId firm, CollectionCursor cursor, CollectionCursor.NextStep next) {
        CollectionCursor moved = cursor.then(next);
        cursors.open(firm, List.of(cursor));
        cursors.move(firm, List.of(moved));
        return moved;
    }

    private static CollectionCursor unstarted(InvoiceId invoice, ClientId client) {
        return new CollectionCursor(
                invoice, client, new CollectionCursor.NextStep.None(CollectionCursor.StopReason.NOT_STARTED));
    }
}
