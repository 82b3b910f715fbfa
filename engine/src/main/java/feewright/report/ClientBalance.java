package feewright.report;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How a client stands in one currency: what its invoices ask for, and what is left of its credit. */
public record ClientBalance(Money receivables, Money credit) {

    public static ClientBalance zero(CurrencyUnit currency) {
        return new ClientBalance(Money.zero(currency), Money.zero(currency));
    }

    public CurrencyUnit currency() {
        return receivables.getCurrencyUnit();
    }

    /** What the client owes on the whole; negative where the firm owes the client. */
    public Money balance() {
        return receivables.minus(credit);
    }

    boolean isZero() {
        return receivables.isZero() && credit.isZero();
    }

    ClientBalance before(AccountMovement movement) {
        return new ClientBalance(receivables.minus(movement.owed()), credit.minus(movement.credit()));
    }

    /** How the client stands after a movement. */
    public ClientBalance after(AccountMovement movement) {
        return new ClientBalance(receivables.plus(movement.owed()), credit.plus(movement.credit()));
    }
}
