package feewright.api.whatif;

import feewright.whatif.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An engagement that a run set aside, with the next invoice that a run would make of it now, of which the packs do not say the same. */
record ComparedBillingFailureView(
        UUID engagementId, LocalDate billingDate, Instant createdAt, String outcome, WhatIfDifferenceView difference) {

    static ComparedBillingFailureView of(Finding.ComparedFailure found) {
        return new ComparedBillingFailureView(
                found.aside().engagement().value(),
                found.comparison().inForce().proposed().dates().billing(),
                found.aside().since(),
                found.comparison().outcome().code(),
                WhatIfDifferenceView.of(found.comparison()));
    }
}
