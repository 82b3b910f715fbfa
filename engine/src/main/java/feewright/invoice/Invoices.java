package feewright.invoice;

import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: issued invoices and the claims that make each period and each time entry billed at most once. */
public interface Invoices {

    /**
     * Saves invoices with their lines, claims their periods and time, and moves the cursors of what is open. Fails with
     * ConcurrentChange, saving nothing, if a period or an entry is claimed already or an entry is no longer approved in the
     * version billed.
     */
    void issue(List<Issuance> issuances);

    /**
     * Gives the period and the time of a voided invoice back to billing, its time approved as it was, and moves the cursor of its
     * engagement (null: it has none). Runs leave the engagement to a person from then on.
     */
    void release(Invoice invoice, @Nullable BillingCursor cursor, Instant at);

    /** Moves the cursor of an engagement whose billing is locked, where a credit note released something of an invoice. */
    void moveCursor(FirmId firm, EngagementId engagement, BillingCursor cursor);

    /** The latest day whose dues an invoice that stands has billed, other than {@code except}; empty if there is none. */
    Optional<LocalDate> latestBilling(FirmId firm, EngagementId engagement, InvoiceId except);

    /** All package lines of an engagement, those of void invoices too, by the start of their periods. */
    List<BilledPeriod> billedPeriods(FirmId firm, EngagementId engagement);

    /** The lines of minimums of an engagement on invoices that stand, in the order in which they were issued. */
    List<BilledMinimum> billedMinimums(FirmId firm, EngagementId engagement);

    /** Gives the days from {@code from} on of the claimed periods with these starts back: they can be billed by another invoice. */
    void giveBack(FirmId firm, EngagementId engagement, Collection<LocalDate> starts, LocalDate from);

    Optional<Invoice> find(FirmId firm, InvoiceId invoice);

    /** Heads by id descending (newest first). */
    List<Invoice.Head> page(FirmId firm, InvoiceFilter filter, int limit);

    /** What to look for; null means any. Dates are of issue, half-open. */
    record InvoiceFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable EngagementId engagement,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}
}
