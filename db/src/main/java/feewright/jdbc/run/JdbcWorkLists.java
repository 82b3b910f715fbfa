package feewright.jdbc.run;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.run.BillingRun;
import feewright.run.DueFilter;
import feewright.run.Slice;
import feewright.run.WorkLists;
import java.util.List;

/**
 * Writes down on the server what {@link JdbcDueEngagements} would find, with the same care for the plan; SQL is never put together. Of one
 * engagement only that one is looked at, however much else is due.
 */
public final class JdbcWorkLists implements WorkLists {

    private final Statements statements;

    public JdbcWorkLists(Statements statements) {
        this.statements = statements;
    }

    @Override
    public int write(BillingRun run, DueFilter due) {
        if (due.days().isEmpty()) {
            return 0;
        }
        return statements.change(
                """
                with day (zone, day) as (
                    select zone, day
                    from unnest(:zones::text[], :days::date[]) as t (zone, day)
                ),
                candidate (engagement_id) as (
                    select c.engagement_id
                    from (
                        select c.engagement_id, c.zone, c.package_due_on
                        from billing_cursor c
                        where :only::uuid is null
                            and c.firm_id = :firm and c.automatic = :automatic and c.package_due_on <= :latest
                        union all
                        select c.engagement_id, c.zone, c.package_due_on
                        from billing_cursor c
                        where c.firm_id = :firm and c.engagement_id = :only and c.automatic = :automatic
                        offset 0
                    ) c
                    join day on day.zone = c.zone and c.package_due_on <= day.day
                    union
                    select c.engagement_id
                    from (
                        select c.engagement_id, c.zone, c.adjustment_due_on, c.billed_on, c.hourly_due_on
                        from billing_cursor c
                        where :only::uuid is null
                            and c.firm_id = :firm and c.automatic = :automatic and c.adjustment_due_on <= :latest
                        union all
                        select c.engagement_id, c.zone, c.adjustment_due_on, c.billed_on, c.hourly_due_on
                        from billing_cursor c
                        where c.firm_id = :firm and c.engagement_id = :only and c.automatic = :automatic
                        offset 0
                    ) c
                    join day on day.zone = c.zone and c.adjustment_due_on <= day.day
                    where c.billed_on is null or c.adjustment_due_on > c.billed_on or c.hourly_due_on is null
                        or c.hourly_due_on <= day.day
                    union
                    select t.engagement_id
                    from (
                        select distinct t.due_on, t.engagement_id
                        from time_entry t
                        where :only::uuid is null and t.firm_id = :firm and t.open and t.due_on <= :latest
                        union all
                        select distinct t.due_on, t.engagement_id
                        from time_entry t
                        where t.firm_id = :firm and t.engagement_id = :only and t.open
                        offset 0
                    ) t
                    cross join lateral (
                        select c.automatic, c.zone, c.billed_on, c.hourly_due_on
                        from billing_cursor c
                        where c.firm_id = :firm and c.engagement_id = t.engagement_id
                        offset 0
                    ) c
                    join day on day.zone = c.zone and t.due_on <= day.day
                    where c.automatic = :automatic
                        and (c.billed_on is null or t.due_on > c.billed_on or c.hourly_due_on is null
                            or c.hourly_due_on <= day.day)
                )
                insert into billing_run_due (firm_id, run_id, place, engagement_id)
                select :firm, :run, row_number() over (order by d.engagement_id) - 1, d.engagement_id
                from candidate d
                left join lateral (
                    select s.engagement_id
                    from billing_failure s
                    where s.firm_id = :firm and s.engagement_id = d.engagement_id
                    offset 0
                ) s on true
                where :with_set_aside or s.engagement_id is null
                """,
                JdbcDueEngagements.of(run.firm(), due)
                        .id("run", run.id())
                        .id("only", run.request().engagement()));
    }

    @Override
    public List<EngagementId> next(BillingRun run, Slice slice, int place, int limit) {
        return statements.rows(
                """
                select engagement_id
                from billing_run_due
                where firm_id = :firm and run_id = :run and place >= :place and place < :to
                order by place
                limit :limit
                """,
                of(run).integer("place", place).integer("to", slice.to()).integer("limit", limit),
                row -> new EngagementId(row.uuid("engagement_id")));
    }

    @Override
    public void strike(BillingRun run, Slice slice) {
        statements.change("""
            delete from billing_run_due
            where firm_id = :firm and run_id = :run and place >= :from and place < :to
            """, of(run).integer("from", slice.from()).integer("to", slice.to()));
    }

    private static Parameters of(BillingRun run) {
        return Parameters.of(run.firm()).id("run", run.id());
    }
}
