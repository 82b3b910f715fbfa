package feewright.ledger;

import org.joda.money.Money;

/** Takes an amount above zero from one account to another. There is no other way in which money is recorded. */
public record Transfer(Account debit, Account credit, Money amount) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer is above zero");
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a transfer is between two accounts");
        }
    }

    /** From {@code credit} to {@code debit}, or the other way where the amount is negative. Fails for zero. */
    public static Transfer of(Account debit, Account credit, Money amount) {
        return amount.isNegative()
                ? new Transfer(credit, debit, amount.negated())
                : new Transfer(debit, credit, amount);
    }
}
