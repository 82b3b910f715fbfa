package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.CreditStanding;
import feewright.credit.Credits;
import feewright.firm.FirmId;
import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import feewright.receivable.Transfer;
import feewright.rule.Judge;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Where money of a payment is taken from when it is charged back, and goes to when it comes back after all. The account of its
 * invoice is locked. In between the money is {@link Account.Own#DISPUTED}.
 */
public record Chargeback(Credits credits, Ledger ledger, Judge judge) {

    /**
     * Takes so much: what is in suspense and what is left of the credit that these entries made goes first; for the rest the invoice
     * owes again. The entries are the payment, and those by which money of it came back from an earlier chargeback.
     */
    public List<Transfer> taken(
            JournalEntry payment, InvoiceAccount account, List<JournalEntryId> origins, Money amount) {
        FirmId firm = account.head().parties().firm();
        List<CreditStanding> made = new ArrayList<>();
        origins.forEach(origin -> made.addAll(credits.lockFrom(firm, origin)));
        Money none = Money.zero(amount.getCurrencyUnit());
        Money suspense = Held.suspense(ledger, payment);
        return new Held(payment, account, made, none, none, null, suspense).transfers(amount, Account.Own.DISPUTED);
    }

    /** Gives so much back as money that comes in does: to what is owed, to what was written off; the rest is credit of the client. */
    public List<Transfer> givenBack(InvoiceAccount account, Money amount, CreditGrant.Asked asked) {
        Allocation allocation = Allocation.of(account, amount, Account.Own.DISPUTED);
        List<Transfer> transfers = new ArrayList<>(allocation.transfers());
        Money left = amount.minus(allocation.taken());
        if (left.isPositive()) {
            Incoming of = new Incoming(
                    account.head().parties().firm(), account.head().parties().client(), account);
            CreditGrant grant = of.grant(new GrantId(judge.ids().next()), left, asked);
            credits.add(grant);
            transfers.add(new Transfer(Account.Own.DISPUTED, grant.account(), left));
        }
        return transfers;
    }
}
