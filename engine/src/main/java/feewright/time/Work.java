package feewright.time;

import feewright.engagement.EngagementId;
import feewright.firm.BillingRole;
import feewright.firm.ProjectId;
import feewright.platform.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done: for which engagement, by whom in which role, on which day, for how many whole minutes. The description is
 * content and kept apart.
 */
public record Work(
        EngagementId engagement,
        Worker worker,
        @Nullable ProjectId project,
        LocalDate workedOn,
        int minutes,
        boolean billable) {

    /** The most minutes that one person can work on one day. */
    public static final int MOST_MINUTES_A_DAY = 24 * 60;

    public Work {
        if (minutes < 1 || minutes > MOST_MINUTES_A_DAY) {
            throw new IllegalArgumentException("work has 1 to 1440 minutes");
        }
    }

    /** Who worked, and the role held at the time, if one. */
    public record Worker(PersonId person, @Nullable BillingRole role) {}
}
