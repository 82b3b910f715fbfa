package feewright.api.time;

import feewright.api.web.Fields;
import feewright.engagement.EngagementId;
import feewright.firm.ProjectId;
import feewright.platform.CustomerText;
import feewright.platform.PersonId;
import feewright.time.TimeEntryInput;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Time as it is sent. {@code billable} is true unless said otherwise; the description may be empty. */
record TimeEntryJson(
        @Nullable UUID engagementId,
        @Nullable UUID workerId,
        @Nullable UUID projectId,
        @Nullable LocalDate workedOn,
        @Nullable Integer minutes,
        @Nullable Boolean billable,
        @Nullable String description) {

    TimeEntryInput note() {
        Fields fields = new Fields();
        TimeEntryInput note = new TimeEntryInput(
                new EngagementId(fields.id(engagementId, "/engagement_id")),
                new PersonId(fields.id(workerId, "/worker_id")),
                projectId == null ? null : new ProjectId(projectId),
                fields.date(workedOn, "/worked_on"),
                fields.number(minutes, "/minutes"),
                Objects.requireNonNullElse(billable, true),
                fields.maybeBlank(Objects.requireNonNullElse(description, ""), CustomerText.LONGEST, "/description"));
        fields.check();
        return note;
    }
}
