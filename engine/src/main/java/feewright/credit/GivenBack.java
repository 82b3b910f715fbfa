package feewright.credit;

import feewright.firm.Actor;
import feewright.money.Amounts;
import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Transfer;
import feewright.rule.ActorFact;
import feewright.rule.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What of an application can be given back: its draws, by the record of them, as far as credit notes have not given them back
 * already.
 */
record GivenBack(JournalEntryId application, List<Transfer> transfers) {

    GivenBack {
        transfers = List.copyOf(transfers);
    }

    static GivenBack of(JournalEntry application, InvoiceAccount account) {
        Map<GrantId, Money> standing = account.drawn();
        List<Transfer> back = new ArrayList<>();
        for (Transfer draw : application.transfers()) {
            if (draw.debit() instanceof Account.ClientCredit credit) {
                Money there = standing.getOrDefault(
                        credit.grant(), Money.zero(account.head().currency()));
                Money amount = Amounts.least(there, draw.amount());
                if (amount.isPositive()) {
                    back.add(new Transfer(account.account(), credit, amount));
                }
            }
        }
        return new GivenBack(application.id(), back);
    }

    Money amount(CurrencyUnit currency) {
        return Amounts.sum(currency, transfers.stream().map(Transfer::amount).toList());
    }

    List<Fact> facts(Actor actor) {
        long minor = transfers.stream()
                .mapToLong(transfer -> transfer.amount().getAmountMinorLong())
                .sum();
        return List.of(ActorFact.of(actor), new UnapplicationFact(application, minor == 0, minor));
    }
}
