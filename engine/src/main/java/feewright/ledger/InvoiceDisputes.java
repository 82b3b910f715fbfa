package feewright.ledger;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How disputes lie over an invoice, which they never change (requirement D2): whether one is open and whether one was lost; what open
 * ones claim of it, and what was charged back, in its currency. Disputes in another currency count for the flags only.
 * {@code loss} is what of that the firm bears itself. {@code withheld} is what of the money that came in for the invoice the firm has
 * not, or may not keep: claimed or taken and not charged back yet, or missing and in suspense. {@code suspended}: some of its
 * money is in suspense.
 */
public record InvoiceDisputes(
        boolean open, boolean lost, Money claimed, Money chargedBack, Money loss, Money withheld, boolean suspended) {

    /** Undisputed. */
    public static InvoiceDisputes none(CurrencyUnit currency) {
        Money none = Money.zero(currency);
        return new InvoiceDisputes(false, false, none, none, none, none, false);
    }

    /** With money in suspense, of which so much is missing. */
    public InvoiceDisputes suspending(Money missing) {
        return new InvoiceDisputes(open, lost, claimed, chargedBack, loss, withheld.plus(missing), true);
    }

    /** What was charged back to the client: what the firm bears itself is none of its affair. */
    public Money chargedToClient() {
        return chargedBack.minus(loss);
    }
}
