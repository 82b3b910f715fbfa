package feewright.run;

import feewright.engagement.EngagementId;
import feewright.run.DueFilter.Selection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for: one engagement or (null) the whole firm, up to which day (null: today, in the zone of each engagement),
 * whether it only lists what it would issue, and whether it also tries what was set aside. A run of one engagement always does.
 */
public record RunRequest(
        @Nullable EngagementId engagement, @Nullable LocalDate asOf, boolean dryRun, boolean retrySetAside) {

    /** What the schedule asks for: everything that is due by now. */
    public static final RunRequest SCHEDULED = new RunRequest(null, null, false, false);

    Selection lane() {
        return retrySetAside || engagement != null ? Selection.AUTOMATIC_AND_SET_ASIDE : Selection.AUTOMATIC;
    }

    /** The day up to which is billed where it is {@code today}: never later, except where nothing is written. */
    LocalDate upTo(LocalDate today) {
        return asOf == null || (asOf.isAfter(today) && !dryRun) ? today : asOf;
    }
}
