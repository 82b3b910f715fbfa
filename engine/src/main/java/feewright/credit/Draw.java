package feewright.credit;

import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.Transfer;
import org.joda.money.Money;

/** An amount that an application takes from a grant. */
public record Draw(CreditStanding from, Money amount) {

    public GrantId grant() {
        return from.id();
    }

    Transfer to(Account.Receivable receivable) {
        return new Transfer(from.grant().account(), receivable, amount);
    }
}
