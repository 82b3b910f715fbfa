package feewright.credit;

import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.Actor;
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
record ReversibleDraws(JournalEntryId application, List<Transfer> transfers) {

    ReversibleDraws {
        transfers = List.copyOf(transfers);
    }

    static ReversibleDraws of(JournalEntry application, InvoiceAccount account) {
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
        return new ReversibleDraws(application.id(), back);
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
