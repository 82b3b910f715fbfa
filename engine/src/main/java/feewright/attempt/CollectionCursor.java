package feewright.attempt;

import feewright.attempt.PaymentAttempt.Cause;
import feewright.invoice.InvoiceId;
import feewright.platform.ClientId;
import feewright.platform.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the collection of an invoice goes on, and when: a cursor, that attempts and the ledger could rebuild. It is the outbox of
 * calls: written with the issue, taken by whichever instance comes first.
 */
public record CollectionCursor(InvoiceId invoice, ClientId client, NextStep next) {

    public CollectionCursor then(NextStep later) {
        return new CollectionCursor(invoice, client, later);
    }

    /** What comes next. */
    public sealed interface NextStep {

        /** When something has to be done; null where nothing has. */
        @Nullable
        Instant at();

        /** An attempt is to be made. */
        record Attempt(Instant at, Cause cause) implements NextStep {}

        /** What became of the live attempt is to be found out, if nobody said it by then. */
        record LookUp(Instant at, AttemptId attempt) implements NextStep {}

        /** Nothing, and why. */
        record None(StopReason why) implements NextStep {
            @Override
            public @Nullable Instant at() {
                return null;
            }
        }
    }

    /** Why nothing is done any more. */
    public enum StopReason implements Coded {
        /** Nobody meant to collect it: it was issued while autopay was off. */
        NOT_STARTED,
        /** The client did not switch autopay on. Never kept: {@link CollectionOutlook} says it. */
        NO_AUTOPAY,
        /** An attempt brought the money. */
        COLLECTED,
        /** An attempt brought what the processor can take, as it counts. The rest stays owed, and is not asked for again. */
        REMAINDER_LEFT,
        /** It is less than the processor takes. */
        AMOUNT_TOO_SMALL,
        /** It is more than the processor takes. */
        AMOUNT_TOO_LARGE,
        /** The processor does not take this currency. */
        CURRENCY_UNSUPPORTED,
        /** The invoice owes nothing: paid otherwise, credited, or void. */
        NOTHING_OWED,
        /** Money came for it, and it owes again or still: nothing is tried by itself. */
        OWES_AGAIN,
        /** Something of it is in suspense. Never kept: {@link CollectionOutlook} says it. */
        IN_SUSPENSE,
        /** The client has no payment method that could be asked. */
        NO_METHOD,
        /** Autopay was switched off. */
        AUTOPAY_SWITCHED_OFF,
        /** The rules plan no further attempt: a hard decline, or one too many. */
        NOT_RETRIED,
        /** The rules refuse an attempt; the decision says by which. */
        REFUSED,
        /** The payment method is of a processor that this installation does not have. */
        NO_PROCESSOR;
    }
}
