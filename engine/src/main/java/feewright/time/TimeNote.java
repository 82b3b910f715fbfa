package feewright.time;

import feewright.engagement.EngagementId;
import feewright.firm.Content;
import feewright.firm.PersonId;
import feewright.firm.ProjectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Time as somebody wrote it down: not checked yet. */
public record TimeNote(
        EngagementId engagement,
        PersonId worker,
        @Nullable ProjectId project,
        LocalDate workedOn,
        int minutes,
        boolean billable,
        Content description) {}
