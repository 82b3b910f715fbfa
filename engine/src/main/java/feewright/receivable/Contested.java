package feewright.receivable;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How disputes lie over an invoice, which they never change (requirement D2): whether one is open and whether one was lost; what open
 * ones claim of it, and what was charged back, in its currency. Disputes in another currency count for the flags only.
 */
public record Contested(boolean open, boolean lost, Money claimed, Money chargedBack) {

    /** Undisputed. */
    public static Contested none(CurrencyUnit currency) {
        return new Contested(false, false, Money.zero(currency), Money.zero(currency));
    }
}
