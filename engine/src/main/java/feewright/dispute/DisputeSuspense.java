package feewright.dispute;

import feewright.dispute.PostDisputes.Case;
import feewright.ledger.Account.FirmAccount;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The entries by which money of a dispute goes into suspense and comes out again, an item in each currency. */
record DisputeSuspense(Bookkeeping books, Case round) {

    /** What is missing by events that do not count goes to suspense, and comes back from there once they do. */
    void suspend(Dispute dispute, Money more, List<JournalEntry> entries) {
        if (more.isZero()) {
            return;
        }
        CurrencyUnit currency = more.getCurrencyUnit();
        JournalEntryId item = entries.stream()
                .filter(entry -> entry.cause() instanceof EntryCause.MoneySuspended)
                .filter(entry -> entry.amount().getCurrencyUnit().equals(currency))
                .map(JournalEntry::id)
                .findFirst()
                .orElse(null);
        boolean own = currency.equals(round.currency());
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                dispute.of().client(),
                new EntryCause.MoneySuspended(
                        item,
                        own ? dispute.of().payment() : null,
                        own ? dispute.of().invoice() : null,
                        dispute.id()),
                more.abs(),
                books.today(round.firm(), round.decision().at()),
                List.of(Transfer.of(FirmAccount.SUSPENSE, FirmAccount.CASH, more)),
                null);
        books.post(round.decision(), posting, "money_suspended", DisputeEntries.target(dispute));
    }
}
