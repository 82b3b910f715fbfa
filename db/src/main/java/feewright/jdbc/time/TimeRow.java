package feewright.jdbc.time;

import feewright.engagement.EngagementId;
import feewright.firm.ProjectId;
import feewright.jdbc.firm.JdbcPeople;
import feewright.jdbc.sql.Row;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.time.Approval;
import feewright.time.Approvals;
import feewright.time.ApprovedTime;
import feewright.time.BilledTime;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.RejectedTime;
import feewright.time.SubmittedTime;
import feewright.time.TimeEntry;
import feewright.time.TimeEntryId;
import feewright.time.TimeState;
import feewright.time.Work;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the current version of a time entry, with its approvals. */
public final class TimeRow {

    private TimeRow() {}

    static TimeEntry read(FirmId firm, Row row) throws SQLException {
        return switch (row.constant(TimeState.class, "state")) {
            case DRAFT -> draft(firm, row);
            case SUBMITTED -> new SubmittedTime(draft(firm, row), approvals(row));
            case APPROVED -> approved(firm, row);
            case BILLED -> new BilledTime(approved(firm, row));
            case REJECTED ->
                new RejectedTime(draft(firm, row), new PersonId(row.uuid("rejected_by")), row.instant("rejected_at"));
        };
    }

    public static ApprovedTime approved(FirmId firm, Row row) throws SQLException {
        return new ApprovedTime(draft(firm, row), approvals(row));
    }

    private static DraftTime draft(FirmId firm, Row row) throws SQLException {
        UUID project = row.maybeUuid("project_id");
        return new DraftTime(
                firm,
                new EntryVersion(new TimeEntryId(row.uuid("entry_id")), row.integer("version")),
                new Work(
                        new EngagementId(row.uuid("engagement_id")),
                        new Work.Worker(new PersonId(row.uuid("person_id")), JdbcPeople.role(row, "person_role")),
                        project == null ? null : new ProjectId(project),
                        row.date("worked_on"),
                        row.integer("minutes"),
                        row.flag("billable")));
    }

    private static Approvals approvals(Row row) throws SQLException {
        return new Approvals(
                row.flag("client_approval"),
                approval(row, Approval.Side.FIRM, "firm_approved_by", "firm_approved_at"),
                approval(row, Approval.Side.CLIENT, "client_approved_by", "client_approved_at"));
    }

    private static @Nullable Approval approval(Row row, Approval.Side side, String by, String at) throws SQLException {
        UUID person = row.maybeUuid(by);
        return person == null ? null : new Approval(side, new PersonId(person), row.instant(at));
    }
}
