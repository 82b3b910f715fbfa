package feewright.api.whatif;

import feewright.whatif.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An engagement that a run set aside, with the next invoice that a run would make of it now, of which the packs do not say the same. */
record ComparedSetAsideView(
        UUID engagementId, LocalDate billingDate, Instant since, String outcome, DifferenceView difference) {

    static ComparedSetAsideView of(Finding.Waiting found) {
        return new ComparedSetAsideView(
                found.aside().engagement().value(),
                found.comparison().inForce().proposed().dates().billing(),
                found.aside().since(),
                found.comparison().outcome().code(),
                DifferenceView.of(found.comparison()));
    }
}
