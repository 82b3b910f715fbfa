package feewright.attempt;

import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionCursor.Why;
import feewright.payment.Autopay;
import feewright.receivable.InvoiceAccount;
import org.jspecify.annotations.Nullable;

/**
 * What comes next to collect an invoice, or why nothing does, as things stand now. Its cursor says how things stood when it was last
 * moved; what happened to the invoice and to autopay since is looked at here. Null for a cursor or a setting that there never was.
 */
public record CollectionOutlook(
        InvoiceAccount account,
        @Nullable CollectionCursor cursor,
        @Nullable Autopay autopay) {

    public Next next() {
        Next kept = cursor == null ? new Next.Nothing(Why.NOT_STARTED) : cursor.next();
        return switch (kept) {
            case Next.Resolve resolve -> resolve;
            case Next.Attempt attempt ->
                account.owed().isPositive() && isOn() && !isSuspended() ? attempt : nothing(Why.SWITCHED_OFF);
            case Next.Nothing(Why why) -> nothing(why);
        };
    }

    private Next nothing(Why why) {
        return new Next.Nothing(account.owed().isPositive() ? owing(why) : owingNothing(why));
    }

    private Why owing(Why why) {
        if (isSuspended()) {
            return Why.IN_SUSPENSE;
        }
        return switch (why) {
            case COLLECTED, NOTHING_OWED -> Why.OWES_AGAIN;
            case REST_LEFT -> account.owesRestOnly() ? Why.REST_LEFT : Why.OWES_AGAIN;
            case NOT_STARTED -> isOn() ? Why.NOT_STARTED : Why.NO_AUTOPAY;
            default -> why;
        };
    }

    private Why owingNothing(Why why) {
        return why == Why.COLLECTED && account.isPaid() && account.received().isPositive()
                ? Why.COLLECTED
                : Why.NOTHING_OWED;
    }

    private boolean isSuspended() {
        return account.contested().suspended();
    }

    private boolean isOn() {
        return autopay != null && autopay.on();
    }
}
