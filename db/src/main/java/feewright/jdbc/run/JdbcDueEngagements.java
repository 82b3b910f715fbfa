package feewright.jdbc.run;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.run.DueEngagements;
import feewright.run.DueFilter;
import feewright.run.DueFilter.Selection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is due through the indexes of what is due next and of open time. Time approved after its period was billed is due
 * with the next billing date (requirement H5), and so is what adjusts hours of a period that was billed, exactly as BillingPosition says. {@link JdbcWorkLists} writes down the same.
 *
 * Each {@code offset 0} stands between the planner and a join of all that a firm has: whatever its statistics say, a question reads
 * what is due, and the cursor of each engagement once for each due day, by its primary key, because no other index is allowed to
 * serve that lookup.
 */
public final class JdbcDueEngagements implements DueEngagements {

    private final Statements statements;

    public JdbcDueEngagements(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<ZoneId> zones(FirmId firm) {
        return new HashSet<>(statements.rows("""
            with recursive zone (name) as (
                select min(zone)
                from billing_cursor
                where firm_id = :firm and zone > ''
                union all
                select (
                    select min(c.zone)
                    from billing_cursor c
                    where c.firm_id = :firm and c.zone > '' and c.zone > z.name)
                from zone z
                where z.name is not null
            )
            select name
            from zone
            where name is not null
            """, Parameters.of(firm), row -> ZoneId.of(row.text("name"))));
    }

    @Override
    public List<EngagementId> next(FirmId firm, DueFilter filter, @Nullable EngagementId after, int limit) {
        if (filter.days().isEmpty()) {
            return List.of();
        }
        return statements.rows(
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
                        where c.firm_id = :firm and c.automatic = :automatic and c.package_due_on <= :latest
                        offset 0
                    ) c
                    join day on day.zone = c.zone and c.package_due_on <= day.day
                    union
                    select c.engagement_id
                    from (
                        select c.engagement_id, c.zone, c.adjustment_due_on, c.billed_on, c.hourly_due_on
                        from billing_cursor c
                        where c.firm_id = :firm and c.automatic = :automatic and c.adjustment_due_on <= :latest
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
                        where t.firm_id = :firm and t.open and t.due_on <= :latest
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
                select d.engagement_id
                from candidate d
                left join lateral (
                    select s.engagement_id
                    from billing_failure s
                    where s.firm_id = :firm and s.engagement_id = d.engagement_id
                    offset 0
                ) s on true
                where (:after::uuid is null or d.engagement_id > :after)
                    and (:with_set_aside or s.engagement_id is null)
                order by d.engagement_id
                limit :limit
                """,
                of(firm, filter).id("after", after).integer("limit", limit),
                row -> new EngagementId(row.uuid("engagement_id")));
    }

    /** What both questions are asked about. */
    static Parameters of(FirmId firm, DueFilter filter) {
        return Parameters.of(firm)
                .rows(filter.days().entrySet())
                .text("zones", entry -> entry.getKey().getId())
                .date("days", Map.Entry::getValue)
                .parameters()
                .date(
                        "latest",
                        filter.days().values().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(LocalDate.MIN))
                .flag("automatic", filter.lane() != Selection.BY_HAND)
                .flag("with_set_aside", filter.lane() != Selection.AUTOMATIC);
    }
}
