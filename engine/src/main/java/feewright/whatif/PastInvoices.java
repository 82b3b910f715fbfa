package feewright.whatif;

import feewright.engagement.BilledDays;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.platform.FirmId;
import feewright.time.ApprovedTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: issued invoices and what each was made from, read from facts as they stood when it was issued: nothing that came later shows,
 * and no cursor is looked at.
 */
public interface PastInvoices {

    /** Heads by issue date and id, ascending. */
    List<Invoice.Head> next(FirmId firm, ComparisonScope question, @Nullable Place after, int limit);

    /** The engagement of an invoice, with its course as it was then; empty for an invoice without one. */
    Optional<SignedEngagement> engagement(Invoice.Head head);

    /** The very versions of time that are on an invoice, with their approvals. */
    List<ApprovedTime> time(Invoice.Head head);

    /** What earlier invoices of the engagement, void ones too, billed of its package, and which of those days stood then. */
    List<BilledDays> billed(Invoice.Head head);

    /** What the lines of earlier invoices that stood use of what adjusts hours; worth by any day of its hourly period. */
    Map<HourlyUse.Key, Long> used(Invoice.Head head);

    /** Where a page ends. */
    record Place(LocalDate issuedOn, InvoiceId invoice) {}
}
