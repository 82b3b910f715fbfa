package feewright.jdbc.time;

import feewright.firm.BillingRole;
import feewright.firm.ProjectId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.time.DraftTime;
import feewright.time.TimeEntries.Recorded;
import java.util.List;

/** Writes the first versions of entries with the minutes of their persons' days: one round trip, however many. */
record NewTime(Statements statements) {

    /**
     * The term and the client are looked up in the signed engagement, so that no caller can claim others. Days are taken in one
     * order, so that two who add to the same days wait for each other and never in a circle.
     */
    void add(List<DraftTime> drafts, Recorded recorded) {
        if (drafts.isEmpty()) {
            return;
        }
        List<Integer> counts = statements.changes("""
            insert into time_entry_version (
                firm_id, entry_id, version, engagement_id, client_id, person_id, person_role, project_id, worked_on,
                minutes, billable, starts_on, ends_on, client_approval, recorded_by, recorded_at)
            select
                :firm, t.entry_id, t.version, e.engagement_id, e.client_id, t.person_id, t.role, t.project_id, t.worked_on,
                t.minutes, t.billable, e.starts_on, e.ends_on, e.client_approval, :by, :at
            from unnest(
                :entries::uuid[], :versions::int4[], :engagements::uuid[], :persons::uuid[], :roles::text[],
                :projects::uuid[], :days::date[], :minutes::int4[], :billables::bool[])
                as t (entry_id, version, engagement_id, person_id, role, project_id, worked_on, minutes, billable)
            join engagement e on e.firm_id = :firm and e.engagement_id = t.engagement_id;

            insert into person_day as d (firm_id, person_id, worked_on, minutes)
            select :firm, person_id, worked_on, sum(minutes)
            from unnest(:persons::uuid[], :days::date[], :minutes::int4[]) as t (person_id, worked_on, minutes)
            group by person_id, worked_on
            order by person_id, worked_on
            on conflict (firm_id, person_id, worked_on) do update set minutes = d.minutes + excluded.minutes;

            insert into time_entry (
                firm_id, entry_id, version, engagement_id, person_id, worked_on, minutes, billable, client_approval, state)
            select
                :firm, entry_id, version, engagement_id, person_id, worked_on, minutes, billable, client_approval, 'draft'
            from time_entry_version
            where firm_id = :firm and entry_id = any(:entries) and version = 1
            """, parameters(drafts, recorded));
        if (counts.getLast() != drafts.size()) {
            throw new IllegalStateException("time is logged on signed engagements only");
        }
    }

    private static Parameters parameters(List<DraftTime> drafts, Recorded recorded) {
        return Parameters.of(drafts.getFirst().firm())
                .uuid("by", recorded.by().value())
                .instant("at", recorded.at())
                .rows(drafts)
                .uuid("entries", draft -> draft.version().entry().value())
                .integer("versions", draft -> draft.version().number())
                .uuid("engagements", draft -> draft.work().engagement().value())
                .uuid("persons", draft -> draft.work().worker().person().value())
                .text("roles", draft -> {
                    BillingRole role = draft.work().worker().role();
                    return role == null ? null : role.code();
                })
                .uuid("projects", draft -> {
                    ProjectId project = draft.work().project();
                    return project == null ? null : project.value();
                })
                .date("days", draft -> draft.work().workedOn())
                .integer("minutes", draft -> draft.work().minutes())
                .flag("billables", draft -> draft.work().billable())
                .parameters();
    }
}
