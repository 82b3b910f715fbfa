package feewright.dispute;

import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute stands by those of its events that count: its state (null where none counts), what it claims, why, until when it can
 * be answered; and what was withdrawn and charged for it, less what was given back, in the currency that the processor moved.
 */
public record Course(
        @Nullable DisputeState state,
        Money claimed,
        @Nullable String reason,
        @Nullable Instant respondBy,
        Money withdrawn,
        Money fees) {

    /** Before any event counts. */
    static Course of(Money claimed) {
        Money none = Money.zero(claimed.getCurrencyUnit());
        return new Course(null, claimed, null, null, none, none);
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
     * What of a payment in a currency this dispute claims or has taken: nobody else can claim it, and it cannot be given back. A
     * dispute in another currency says nothing about that: zero here.
     */
    public Money contested(CurrencyUnit of) {
        Money none = Money.zero(of);
        Money taken = currency().equals(of) && withdrawn.isPositive() ? withdrawn : none;
        boolean claims =
                state != null && state.isClaim() && claimed.getCurrencyUnit().equals(of);
        return claims && claimed.isGreaterThan(taken) ? claimed : taken;
    }
}
