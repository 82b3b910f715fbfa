package feewright.time;

import feewright.engagement.EngagementId;
import feewright.firm.ProjectId;
import feewright.platform.CustomerText;
import feewright.platform.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Time as somebody wrote it down: not checked yet. */
public record TimeEntryInput(
        EngagementId engagement,
        PersonId worker,
        @Nullable ProjectId project,
        LocalDate workedOn,
        int minutes,
        boolean billable,
        CustomerText description) {}
