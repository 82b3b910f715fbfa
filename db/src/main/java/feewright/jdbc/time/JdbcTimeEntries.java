package feewright.jdbc.time;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.time.Approval;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.RejectedTime;
import feewright.time.SubmittedTime;
import feewright.time.TimeEntries;
import feewright.time.TimeEntry;
import feewright.time.TimeEntryId;
import feewright.time.TimeState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps time: each step is a fact, and moves the cursor of the entry in the same round trip. */
public final class JdbcTimeEntries implements TimeEntries {

    private final Statements statements;
    private final TimeVersions versions;
    private final TimeImports imports;

    public JdbcTimeEntries(Statements statements) {
        this.statements = statements;
        this.versions = new TimeVersions(statements);
        this.imports = new TimeImports(statements);
    }

    @Override
    public void add(List<DraftTime> drafts, Recorded recorded) {
        new NewTime(statements).add(drafts, recorded);
    }

    @Override
    public void revise(DraftTime draft, Recorded recorded) {
        versions.next(draft, recorded);
    }

    @Override
    public void submit(SubmittedTime submitted, Recorded recorded) {
        List<Integer> counts = statements.changes(
                """
                insert into time_submission (firm_id, entry_id, version, submitted_by, submitted_at)
                values (:firm, :entry, :version, :by, :at);

                update time_entry
                set state = 'submitted'
                where firm_id = :firm and entry_id = :entry and version = :version and state = 'draft'
                """,
                parameters(submitted.firm(), submitted.version())
                        .uuid("by", recorded.by().value())
                        .instant("at", recorded.at()));
        moved(counts.getLast());
    }

    @Override
    public void approve(TimeEntry.Editable after, Approval approval, @Nullable LocalDate dueOn) {
        List<Integer> counts = statements.changes(
                """
                insert into time_approval (firm_id, entry_id, version, side, worker_id, approved_by, approved_at)
                values (:firm, :entry, :version, :side, :worker, :by, :at);

                update time_entry
                set state = :state, due_on = :due_on
                where firm_id = :firm and entry_id = :entry and version = :version and state = 'submitted'
                """,
                parameters(after.firm(), after.version())
                        .text("side", approval.side().code())
                        .uuid("worker", after.work().worker().person().value())
                        .uuid("by", approval.by().value())
                        .instant("at", approval.at())
                        .text("state", TimeState.of(after).code())
                        .date("due_on", dueOn));
        moved(counts.getLast());
    }

    @Override
    public void reject(RejectedTime rejected) {
        List<Integer> counts = statements.changes(
                """
                insert into time_rejection (firm_id, entry_id, version, rejected_by, rejected_at)
                values (:firm, :entry, :version, :by, :at);

                update time_entry
                set state = 'rejected'
                where firm_id = :firm and entry_id = :entry and version = :version and state in ('submitted', 'approved')
                """,
                parameters(rejected.firm(), rejected.version())
                        .uuid("by", rejected.by().value())
                        .instant("at", rejected.at()));
        moved(counts.getLast());
    }

    private static void moved(int count) {
        if (count != 1) {
            throw new ConcurrentChange("time-changed");
        }
    }

    private static Parameters parameters(FirmId firm, EntryVersion version) {
        return Parameters.of(firm).uuid("entry", version.entry().value()).integer("version", version.number());
    }

    @Override
    public Optional<TimeEntry> find(FirmId firm, TimeEntryId entry) {
        return versions.current(firm, List.of(entry.value())).stream().findFirst();
    }

    /** Locks first and reads after: a statement that waits for a lock still sees other tables as they were before. */
    @Override
    public List<TimeEntry> lock(FirmId firm, Collection<TimeEntryId> entries) {
        List<UUID> locked = statements.rows(
                """
                select entry_id
                from time_entry
                where firm_id = :firm and entry_id = any(:ids)
                order by entry_id
                for update
                """,
                Parameters.of(firm)
                        .uuids("ids", entries.stream().map(TimeEntryId::value).toList()),
                row -> row.uuid("entry_id"));
        return versions.current(firm, locked);
    }

    @Override
    public Map<EntryVersion, List<Approval>> approvals(FirmId firm, Collection<EntryVersion> of) {
        return versions.approvals(firm, List.copyOf(of));
    }

    @Override
    public int minutesOn(FirmId firm, PersonId person, LocalDate day, @Nullable TimeEntryId except) {
        return statements
                .row(
                        """
                        select coalesce(sum(minutes), 0) as minutes
                        from (
                            select minutes
                            from person_day
                            where firm_id = :firm and person_id = :person and worked_on = :day
                            union all
                            select -minutes
                            from time_entry
                            where firm_id = :firm and entry_id = :except and person_id = :person and worked_on = :day
                        ) d
                        """,
                        Parameters.of(firm)
                                .uuid("person", person.value())
                                .date("day", day)
                                .uuid("except", except == null ? null : except.value()),
                        row -> row.integer("minutes"))
                .orElseThrow();
    }

    @Override
    public int approvedFrom(FirmId firm, EngagementId engagement, LocalDate from) {
        return statements
                .row(
                        """
                        select count(*) as late
                        from time_entry
                        where firm_id = :firm and engagement_id = :engagement and approved and worked_on >= :from
                        """,
                        Parameters.of(firm).id("engagement", engagement).date("from", from),
                        row -> Math.toIntExact(row.bigint("late")))
                .orElseThrow();
    }

    @Override
    public List<TimeEntry> page(FirmId firm, TimeFilter filter, int limit) {
        EngagementId engagement = filter.engagement();
        PersonId worker = filter.worker();
        TimeState state = filter.state();
        List<UUID> page = statements.rows(
                """
                select entry_id
                from time_entry
                where firm_id = :firm
                    and entry_id < :before
                    and (:engagement::uuid is null or engagement_id = :engagement)
                    and (:worker::uuid is null or person_id = :worker)
                    and (:state::text is null or state = :state)
                    and (:from::date is null or worked_on >= :from)
                    and (:until::date is null or worked_on < :until)
                order by entry_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .uuid("engagement", engagement == null ? null : engagement.value())
                        .uuid("worker", worker == null ? null : worker.value())
                        .text("state", state == null ? null : state.code())
                        .date("from", filter.from())
                        .date("until", filter.until())
                        .integer("limit", limit),
                row -> row.uuid("entry_id"));
        return versions.current(firm, page).reversed();
    }

    @Override
    public Set<String> imported(FirmId firm, Collection<String> rowHashes) {
        return imports.among(firm, rowHashes);
    }

    @Override
    public void claimImports(FirmId firm, Map<String, TimeEntryId> rows) {
        imports.claim(firm, rows);
    }
}
