package feewright.credit;

import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.Transfer;
import org.joda.money.Money;

/** An amount that an application takes from a grant. */
public record Draw(CreditBalance from, Money amount) {

    public GrantId grant() {
        return from.id();
    }

    Transfer to(Account.Receivable receivable) {
        return new Transfer(from.grant().account(), receivable, amount);
    }
}
