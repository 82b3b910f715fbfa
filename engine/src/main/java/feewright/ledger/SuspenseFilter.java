package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.platform.ClientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items of suspense; null means any. {@code open}: with something left to settle, or without. */
public record SuspenseFilter(
        @Nullable UUID before,
        @Nullable JournalEntryId item,
        @Nullable ClientId client,
        @Nullable InvoiceId invoice,
        @Nullable Boolean open) {

    public static SuspenseFilter of(JournalEntryId item) {
        return new SuspenseFilter(null, item, null, null, null);
    }

    /** What is left to settle of an invoice. */
    public static SuspenseFilter open(InvoiceId invoice) {
        return new SuspenseFilter(null, null, null, invoice, true);
    }
}
