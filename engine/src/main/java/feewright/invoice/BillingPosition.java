package feewright.invoice;

import feewright.engagement.SignedEngagement;
import feewright.time.ApprovedTime;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the billing of one engagement stands: the start of its next package period (null when it has none left), whether that
 * period carries a claim all the same, and all approved, billable time that is on no invoice.
 */
public record BillingPosition(
        SignedEngagement engagement,
        @Nullable LocalDate nextPackageStart,
        boolean nextPackageClaimed,
        List<ApprovedTime> open) {

    public BillingPosition {
        open = List.copyOf(open);
    }
}
