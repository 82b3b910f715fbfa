package feewright.credit;

import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What becomes of the part of a credit note that was settled already. First what was written off is written off no more; then money
 * goes to {@code money} (the account that the request chose); then credit goes back to the grants that it was drawn from.
 */
record Excess(List<Transfer> transfers, Money ofMoney) {

    /** Of an account whose receivable is lowered by {@code sum}. */
    static Excess of(InvoiceAccount account, Money sum, Account money) {
        Money left = sum.minus(Amounts.least(sum, account.owed()));
        List<Transfer> transfers = new ArrayList<>();
        Money lost = Amounts.least(left, account.writtenOff());
        add(transfers, account, Account.FirmAccount.WRITE_OFF, lost);
        left = left.minus(lost);
        Money paid = Amounts.least(left, account.received());
        add(transfers, account, money, paid);
        left = left.minus(paid);
        for (Map.Entry<GrantId, Money> drawn : account.drawn().entrySet()) {
            Money back = Amounts.least(left, drawn.getValue());
            add(transfers, account, new Account.ClientCredit(drawn.getKey()), back);
            left = left.minus(back);
        }
        return new Excess(transfers, paid);
    }

    private static void add(List<Transfer> transfers, InvoiceAccount account, Account to, Money amount) {
        if (amount.isPositive()) {
            transfers.add(new Transfer(account.account(), to, amount));
        }
    }
}
