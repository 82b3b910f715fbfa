package feewright.dispute;

import feewright.dispute.PostDisputes.Round;
import feewright.receivable.Account.Own;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The entries by which money of a dispute goes into suspense and comes out again, an item in each currency. */
record DisputeSuspense(Bookkeeping books, Round round) {

    /** What is missing by events that do not count goes to suspense, and comes back from there once they do. */
    void suspend(Dispute dispute, Money more, List<JournalEntry> entries) {
        if (more.isZero()) {
            return;
        }
        CurrencyUnit currency = more.getCurrencyUnit();
        JournalEntryId item = entries.stream()
                .filter(entry -> entry.occasion() instanceof Occasion.MoneySuspended)
                .filter(entry -> entry.amount().getCurrencyUnit().equals(currency))
                .map(JournalEntry::id)
                .findFirst()
                .orElse(null);
        boolean own = currency.equals(round.currency());
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                dispute.of().client(),
                new Occasion.MoneySuspended(
                        item,
                        own ? dispute.of().payment() : null,
                        own ? dispute.of().invoice() : null,
                        dispute.id()),
                more.abs(),
                books.today(round.firm(), round.decision().at()),
                List.of(Transfer.of(Own.SUSPENSE, Own.CASH, more)),
                null);
        books.post(round.decision(), posting, "money-suspended", DisputeEntries.target(dispute));
    }
}
