package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.ledger.InvoiceAccount;
import feewright.payment.Autopay;
import org.jspecify.annotations.Nullable;

/**
 * What comes next to collect an invoice, or why nothing does, as things stand now. Its cursor says how things stood when it was last
 * moved; what happened to the invoice and to autopay since is looked at here. Null for a cursor or a setting that there never was.
 */
public record CollectionOutlook(
        InvoiceAccount account,
        @Nullable CollectionCursor cursor,
        @Nullable Autopay autopay) {

    public NextStep next() {
        NextStep kept = cursor == null ? new NextStep.None(StopReason.NOT_STARTED) : cursor.next();
        return switch (kept) {
            case NextStep.LookUp resolve -> resolve;
            case NextStep.Attempt attempt ->
                account.owed().isPositive() && isOn() && !isSuspended()
                        ? attempt
                        : nothing(StopReason.AUTOPAY_SWITCHED_OFF);
            case NextStep.None(StopReason why) -> nothing(why);
        };
    }

    private NextStep nothing(StopReason why) {
        return new NextStep.None(account.owed().isPositive() ? owing(why) : owingNothing(why));
    }

    private StopReason owing(StopReason why) {
        if (isSuspended()) {
            return StopReason.IN_SUSPENSE;
        }
        return switch (why) {
            case COLLECTED, NOTHING_OWED -> StopReason.OWES_AGAIN;
            case REMAINDER_LEFT -> account.owesRestOnly() ? StopReason.REMAINDER_LEFT : StopReason.OWES_AGAIN;
            case NOT_STARTED -> isOn() ? StopReason.NOT_STARTED : StopReason.NO_AUTOPAY;
            default -> why;
        };
    }

    private StopReason owingNothing(StopReason why) {
        return why == StopReason.COLLECTED
                        && account.isPaid()
                        && account.received().isPositive()
                ? StopReason.COLLECTED
                : StopReason.NOTHING_OWED;
    }

    private boolean isSuspended() {
        return account.contested().suspended();
    }

    private boolean isOn() {
        return autopay != null && autopay.on();
    }
}
