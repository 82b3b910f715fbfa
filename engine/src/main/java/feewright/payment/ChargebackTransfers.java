package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.Credits;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.rule.DecisionMaker;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Where money of a payment is taken from when it is charged back, and goes to when it comes back after all. The account of its
 * invoice is locked. In between the money is {@link Account.FirmAccount#DISPUTED}.
 */
public record ChargebackTransfers(Credits credits, Ledger ledger, DecisionMaker decisionMaker) {

    /**
     * How much of what is charged back of a payment its client can bear: as much as the firm holds of it. A void invoice owes nothing
     * again: there it is what was {@code borne} before, what is in suspense, and what is left of the payment's credit.
     */
    public Money bearable(JournalEntry payment, InvoiceAccount account, Money borne) {
        Money held = ledger.holds(account.head().parties().firm(), payment);
        return account.isVoid()
                ? Amounts.least(
                        held,
                        ChargebackSources.of(this, payment, account).standing().plus(borne))
                : held;
    }

    /** Takes so much: from suspense and the payment's credit first, and then from its invoice and what credit notes made of that. */
    public List<Transfer> taken(JournalEntry payment, InvoiceAccount account, Money amount) {
        return ChargebackSources.of(this, payment, account).transfers(amount);
    }

    /** Gives so much back as money that comes in does: to what is owed, to what was written off; the rest is credit of the client. */
    public List<Transfer> givenBack(InvoiceAccount account, Money amount, CreditGrant.Created asked) {
        Allocation allocation = Allocation.of(account, amount, Account.FirmAccount.DISPUTED);
        List<Transfer> transfers = new ArrayList<>(allocation.transfers());
        Money left = amount.minus(allocation.taken());
        if (left.isPositive()) {
            PaymentTarget of = new PaymentTarget(
                    account.head().parties().firm(), account.head().parties().client(), account);
            CreditGrant grant = of.grant(new GrantId(decisionMaker.ids().next()), left, asked);
            credits.add(grant);
            transfers.add(new Transfer(Account.FirmAccount.DISPUTED, grant.account(), left));
        }
        return transfers;
    }
}
