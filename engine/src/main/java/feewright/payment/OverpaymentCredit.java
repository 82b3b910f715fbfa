package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.credit.CreditSource;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Credit of the client that money of an invoice became because it was too much, oldest first. Locked. */
record OverpaymentCredit(List<CreditBalance> credits) {

    OverpaymentCredit {
        credits = List.copyOf(credits);
    }

    /** Of the credit that an invoice made, what other payments made than one with these grants. */
    static OverpaymentCredit among(Collection<CreditBalance> credits, Collection<GrantId> own) {
        return new OverpaymentCredit(credits.stream()
                .filter(credit -> credit.grant().source() == CreditSource.OVERPAYMENT)
                .filter(credit -> !own.contains(credit.id()))
                .toList());
    }

    /** What of it is unused. */
    Money left(CurrencyUnit currency) {
        return Amounts.sum(
                currency, credits.stream().map(CreditBalance::remaining).toList());
    }

    /** Draws so much of it for the invoice; no more than is left. */
    List<Transfer> draws(InvoiceAccount account, Money amount) {
        List<Transfer> draws = new ArrayList<>();
        Money left = amount;
        for (CreditBalance credit : credits) {
            Money part = Amounts.least(left, credit.remaining());
            if (part.isPositive()) {
                draws.add(new Transfer(credit.grant().account(), account.account(), part));
                left = left.minus(part);
            }
        }
        return draws;
    }

    /** What of it pays for the invoice. */
    Money paying(InvoiceAccount account) {
        Map<GrantId, Money> drawn = account.drawn();
        return Amounts.sum(
                account.head().currency(),
                credits.stream()
                        .map(CreditBalance::id)
                        .filter(drawn::containsKey)
                        .map(drawn::get)
                        .toList());
    }
}
