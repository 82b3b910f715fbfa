package feewright.renewal;

import feewright.credit.CreditNotes;
import feewright.engagement.Courses;
import feewright.engagement.Engagements;
import feewright.invoice.BillingPositions;
import feewright.invoice.Invoices;
import feewright.time.TimeEntries;

/** What endings, pauses and renewals read and write. */
public record CourseRegisters(
        BillingPositions positions,
        Engagements engagements,
        Courses courses,
        TimeEntries entries,
        Invoices invoices,
        CreditNotes notes) {}
