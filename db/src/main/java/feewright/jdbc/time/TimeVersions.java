package feewright.jdbc.time;

import feewright.firm.BillingRole;
import feewright.firm.ProjectId;
import feewright.jdbc.sql.Codes;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.time.Approval;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.TimeEntries.Recorded;
import feewright.time.TimeEntry;
import feewright.time.TimeEntryId;
import feewright.time.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes later versions of entries with the minutes of their person's day, and reads the current ones. */
record TimeVersions(Statements statements) {

    /**
     * The term and the client are looked up in the signed engagement, so that no caller can claim others. The day that the entry
     * leaves gets its minutes back before the day that it goes to takes them.
     */
    void next(DraftTime draft, Recorded recorded) {
        List<Integer> counts = statements.changes("""
            insert into time_entry_version (
                firm_id, entry_id, version, engagement_id, client_id, person_id, person_role, project_id, worked_on,
                minutes, billable, starts_on, ends_on, client_approval, recorded_by, recorded_at)
            select
                :firm, :entry, :version, e.engagement_id, e.client_id, :person, :role, :project, :worked_on,
                :minutes, :billable, e.starts_on, e.ends_on, e.client_approval, :by, :at
            from engagement e
            where e.firm_id = :firm and e.engagement_id = :engagement;

            update person_day d
            set minutes = d.minutes - h.minutes
            from time_entry h
            where h.firm_id = :firm and h.entry_id = :entry
                and d.firm_id = :firm and d.person_id = h.person_id and d.worked_on = h.worked_on;

            insert into person_day as d (firm_id, person_id, worked_on, minutes)
            values (:firm, :person, :worked_on, :minutes)
            on conflict (firm_id, person_id, worked_on) do update set minutes = d.minutes + excluded.minutes;

            update time_entry h
            set version = v.version, engagement_id = v.engagement_id, person_id = v.person_id, worked_on = v.worked_on,
                minutes = v.minutes, billable = v.billable, client_approval = v.client_approval, state = 'draft'
            from time_entry_version v
            where v.firm_id = :firm and v.entry_id = :entry and v.version = :version
                and h.firm_id = :firm and h.entry_id = :entry and h.version = :version - 1 and h.state <> 'billed'
            """, parameters(draft, recorded));
        if (counts.getLast() != 1) {
            throw new ConcurrentChange("time-changed");
        }
    }

    private static Parameters parameters(DraftTime draft, Recorded recorded) {
        Work work = draft.work();
        BillingRole role = work.worker().role();
        ProjectId project = work.project();
        return Parameters.of(draft.firm())
                .uuid("entry", draft.version().entry().value())
                .integer("version", draft.version().number())
                .uuid("engagement", work.engagement().value())
                .uuid("person", work.worker().person().value())
                .text("role", role == null ? null : role.code())
                .uuid("project", project == null ? null : project.value())
                .date("worked_on", work.workedOn())
                .integer("minutes", work.minutes())
                .flag("billable", work.billable())
                .uuid("by", recorded.by().value())
                .instant("at", recorded.at());
    }

    Map<EntryVersion, List<Approval>> approvals(FirmId firm, List<EntryVersion> of) {
        Map<EntryVersion, List<Approval>> approvals = new HashMap<>();
        statements.rows(
                """
                select a.entry_id, a.version, a.side, a.approved_by, a.approved_at
                from unnest(:entries::uuid[], :versions::int4[]) as t (entry_id, version)
                join time_approval a on a.firm_id = :firm and a.entry_id = t.entry_id and a.version = t.version
                where a.firm_id = :firm
                order by a.approved_at, a.entry_id, a.version, a.side
                """,
                Parameters.of(firm)
                        .rows(of.stream().distinct().toList())
                        .uuid("entries", version -> version.entry().value())
                        .integer("versions", EntryVersion::number)
                        .parameters(),
                row -> approvals
                        .computeIfAbsent(
                                new EntryVersion(new TimeEntryId(row.uuid("entry_id")), row.integer("version")),
                                _ -> new ArrayList<>())
                        .add(new Approval(
                                Codes.constant(Approval.Side.class, row.text("side")),
                                new PersonId(row.uuid("approved_by")),
                                row.instant("approved_at"))));
        return approvals;
    }

    /** The entries that exist, in the order of their ids. */
    List<TimeEntry> current(FirmId firm, Collection<UUID> ids) {
        return statements.rows("""
            select
                h.entry_id, h.version, h.state, h.engagement_id, h.person_id, h.worked_on, h.minutes, h.billable,
                h.client_approval, v.person_role, v.project_id, f.approved_by as firm_approved_by,
                f.approved_at as firm_approved_at, c.approved_by as client_approved_by,
                c.approved_at as client_approved_at, r.rejected_by, r.rejected_at
            from time_entry h
            join time_entry_version v on v.firm_id = :firm and v.entry_id = h.entry_id and v.version = h.version
            left join time_approval f
                on f.firm_id = :firm and f.entry_id = h.entry_id and f.version = h.version and f.side = 'firm'
            left join time_approval c
                on c.firm_id = :firm and c.entry_id = h.entry_id and c.version = h.version and c.side = 'client'
            left join time_rejection r on r.firm_id = :firm and r.entry_id = h.entry_id and r.version = h.version
            where h.firm_id = :firm and h.entry_id = any(:ids)
            order by h.entry_id
            """, Parameters.of(firm).uuids("ids", ids), row -> TimeRow.read(firm, row));
    }
}
