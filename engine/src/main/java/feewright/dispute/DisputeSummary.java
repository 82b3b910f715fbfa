package feewright.dispute;

import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute stands by those of its events that count: its state (null where none counts), what it claims, why, until when it can
 * be answered; and what was withdrawn and charged for it, less what was given back, in the currency that the processor moved.
 */
public record DisputeSummary(
        @Nullable DisputeState state,
        Money claimed,
        @Nullable String reason,
        @Nullable Instant respondBy,
        Money withdrawn,
        Money fees) {

    /** Before any event counts. */
    static DisputeSummary of(Money claimed) {
        Money none = Money.zero(claimed.getCurrencyUnit());
        return new DisputeSummary(null, claimed, null, null, none, none);
    }

    /** The currency in which money was moved; that of the claim where none was. */
    public CurrencyUnit currency() {
        return withdrawn.getCurrencyUnit();
    }

    public boolean isOpen() {
        return state != null && state.isOpen();
    }

    public boolean isLost() {
        return state == DisputeState.LOST;
    }

    /** What is lost of what was withdrawn. */
    public Money chargedBack() {
        return isLost() && withdrawn.isPositive() ? withdrawn : Money.zero(currency());
    }

    /**
     * What of a payment of so much this dispute claims or has taken: it cannot be given back. All of it where that is in another
     * currency, as nobody can say which part of the payment it is.
     */
    public Money contested(Money payment) {
        Money none = Money.zero(payment.getCurrencyUnit());
        Money taken = withdrawn.isPositive() ? within(withdrawn, payment) : none;
        Money claims = state != null && state.isClaim() ? within(claimed, payment) : none;
        return claims.isGreaterThan(taken) ? claims : taken;
    }

    private static Money within(Money amount, Money payment) {
        return amount.getCurrencyUnit().equals(payment.getCurrencyUnit()) ? amount : payment;
    }
}
