package feewright.payment;

import feewright.credit.CreditStanding;
import feewright.credit.Credits;
import feewright.money.Amounts;
import feewright.receivable.Account;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.Ledger;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Where money of a payment is, locked: in its invoice (null for a deposit), and in the credit that it made. */
record Held(@Nullable InvoiceAccount account, List<CreditStanding> credits) {

    /** Where the money of a payment is. */
    static Held of(Ledger ledger, Credits credits, JournalEntry payment) {
        InvoiceAccount account =
                payment.occasion() instanceof Occasion.PaymentReceived received && received.invoice() != null
                        ? ledger.lock(payment.of().firm(), received.invoice()).orElseThrow()
                        : null;
        return new Held(account, credits.lockFrom(payment.of().firm(), payment.id()));
    }

    /** What can be given back, after so much was. */
    Money refundable(JournalEntry payment, Money refunded) {
        Money here = Amounts.sum(
                refunded.getCurrencyUnit(),
                credits.stream().map(CreditStanding::remaining).toList());
        Money all = account == null ? here : here.plus(account.received());
        return Amounts.least(all, payment.amount().minus(refunded));
    }

    /** Takes so much out to another account: what is left of the credit first; for the rest the invoice owes again. */
    List<Transfer> transfers(Money amount, Account to) {
        List<Transfer> transfers = new ArrayList<>();
        Money left = amount;
        for (CreditStanding credit : credits) {
            Money part = Amounts.least(left, credit.remaining());
            if (part.isPositive()) {
                transfers.add(new Transfer(credit.grant().account(), to, part));
                left = left.minus(part);
            }
        }
        if (account != null && left.isPositive()) {
            transfers.add(new Transfer(account.account(), to, left));
        }
        return transfers;
    }
}
