package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.time.TimeEntryId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Port: credit notes. Their entries are in the ledger. */
public interface CreditNotes {

    /**
     * Keeps the lines of a note whose entry was posted, and gives released time back to billing. Fails with ConcurrentChange if an
     * entry was credited on this invoice before.
     */
    void add(CreditNote note, InvoiceId invoice);

    Optional<CreditNote> find(FirmId firm, JournalEntryId note);

    /** What earlier notes took off an invoice. */
    Credited credited(FirmId firm, InvoiceId invoice);

    /** By id descending (newest first). */
    List<CreditNote> page(FirmId firm, NoteFilter filter, int limit);

    /** Sums by line number, and the time entries that were credited. */
    record Credited(Map<Integer, Money> lines, Set<TimeEntryId> entries) {

        public Credited {
            lines = Map.copyOf(lines);
            entries = Set.copyOf(entries);
        }
    }

    /** What to look for; null means any. */
    record NoteFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable InvoiceId invoice) {}
}
