package feewright.amendment;

import feewright.credit.CreditNotes;
import feewright.engagement.Amendments;
import feewright.engagement.Engagements;
import feewright.invoice.BillingPositions;
import feewright.invoice.Invoices;
import feewright.time.TimeEntries;

/** What endings, pauses and renewals read and write. */
public record AmendmentRecords(
        BillingPositions positions,
        Engagements engagements,
        Amendments amendments,
        TimeEntries entries,
        Invoices invoices,
        CreditNotes notes) {}
