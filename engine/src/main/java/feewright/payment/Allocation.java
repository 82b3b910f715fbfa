package feewright.payment;

import feewright.ledger.Account;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What an invoice takes of money that came in for it: what it owes, and then what of it was written off and is regained now. */
record Allocation(Money taken, List<Transfer> transfers) {

    static Allocation of(InvoiceAccount account, Money most, Account source) {
        Money owed = Amounts.least(most, account.owed());
        Money regained = Amounts.least(most.minus(owed), account.writtenOff());
        Money taken = owed.plus(regained);
        List<Transfer> transfers = new ArrayList<>();
        if (regained.isPositive()) {
            transfers.add(new Transfer(account.account(), Account.FirmAccount.WRITE_OFF, regained));
        }
        if (taken.isPositive()) {
            transfers.add(new Transfer(source, account.account(), taken));
        }
        return new Allocation(taken, transfers);
    }
}
