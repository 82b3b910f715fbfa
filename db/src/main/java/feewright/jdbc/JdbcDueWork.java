package feewright.jdbc;

import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.run.DueFilter;
import feewright.run.DueFilter.Lane;
import feewright.run.DueWork;
import feewright.run.Slice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what is due through the indexes of what is due next and of open time. Time approved after its period was billed is due
 * with the next billing date (requirement H5), exactly as BillingPosition says.
 *
 * Each {@code offset 0} stands between the planner and a join of all that a firm has: whatever its statistics say, a question reads
 * what is due in its buckets, and the cursor of each engagement once for each due day.
 */
final class JdbcDueWork implements DueWork {

    /** The first that are due, by their ids; and, if they are to be counted, how many are due in each bucket that has any. */
    private static final String DUE = """
        with day (zone, day) as (
            select zone, day
            from unnest(:zones::text[], :days::date[]) as t (zone, day)
        ),
        part (bucket) as (
            select bucket
            from unnest(:buckets::int4[]) as t (bucket)
            where :only::uuid is null or bucket = get_byte(uuid_send(:only), 15) & 63
        ),
        candidate (engagement_id, bucket) as (
            select c.engagement_id, part.bucket
            from part
            cross join lateral (
                select c.engagement_id, c.zone, c.package_due_on
                from billing_cursor c
                where c.firm_id = :firm and c.automatic = :automatic and c.bucket = part.bucket
                    and c.package_due_on <= :latest
                offset 0
            ) c
            join day on day.zone = c.zone and c.package_due_on <= day.day
            where (:after::uuid is null or c.engagement_id > :after)
                and (:only::uuid is null or c.engagement_id = :only)
            union
            select t.engagement_id, part.bucket
            from part
            cross join lateral (
                select distinct t.due_on, t.engagement_id
                from time_entry t
                where t.firm_id = :firm and t.open and t.bucket = part.bucket and t.due_on <= :latest
                offset 0
            ) t
            cross join lateral (
                select c.zone, c.billed_on, c.hourly_due_on
                from billing_cursor c
                where c.firm_id = :firm and c.engagement_id = t.engagement_id and c.automatic = :automatic
                offset 0
            ) c
            join day on day.zone = c.zone and t.due_on <= day.day
            where (:after::uuid is null or t.engagement_id > :after)
                and (:only::uuid is null or t.engagement_id = :only)
                and (c.billed_on is null or t.due_on > c.billed_on or c.hourly_due_on is null
                    or c.hourly_due_on <= day.day)
        ),
        due (engagement_id, bucket) as (
            select d.engagement_id, d.bucket
            from candidate d
            left join lateral (
                select s.engagement_id
                from set_aside s
                where s.firm_id = :firm and s.engagement_id = d.engagement_id
                offset 0
            ) s on true
            where :with_set_aside or s.engagement_id is null
        )
        select engagement_id, null::int4 as bucket, null::int8 as due
        from (
            select engagement_id
            from due
            order by engagement_id
            limit :limit
        ) first
        union all
        select null, bucket, count(*)
        from due
        where :counted
        group by bucket
        order by engagement_id
        """;

    private final Statements statements;

    JdbcDueWork(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<ZoneId> zones(FirmId firm) {
        return new HashSet<>(statements.rows("""
            with recursive zone (name) as (
                select min(zone)
                from billing_cursor
                where firm_id = :firm
                union all
                select (
                    select min(c.zone)
                    from billing_cursor c
                    where c.firm_id = :firm and c.zone > z.name)
                from zone z
                where z.name is not null
            )
            select name
            from zone
            where name is not null
            """, Parameters.of(firm), row -> ZoneId.of(row.text("name"))));
    }

    @Override
    public List<Long> countByBucket(FirmId firm, DueFilter filter) {
        List<Long> due = new ArrayList<>(Collections.nCopies(Slice.BUCKETS, 0L));
        if (!filter.days().isEmpty()) {
            statements.rows(
                    DUE,
                    parameters(firm, filter).integer("limit", 0).flag("counted", true),
                    row -> due.set(row.integer("bucket"), row.bigint("due")));
        }
        return due;
    }

    @Override
    public List<EngagementId> next(FirmId firm, DueFilter filter, int limit) {
        if (filter.days().isEmpty()) {
            return List.of();
        }
        return statements.rows(
                DUE,
                parameters(firm, filter).integer("limit", limit).flag("counted", false),
                row -> new EngagementId(row.uuid("engagement_id")));
    }

    private static Parameters parameters(FirmId firm, DueFilter filter) {
        EngagementId after = filter.after();
        EngagementId only = filter.only();
        return Parameters.of(firm)
                .rows(filter.days().entrySet())
                .text("zones", entry -> entry.getKey().getId())
                .date("days", Map.Entry::getValue)
                .parameters()
                .rows(IntStream.range(filter.slice().from(), filter.slice().to())
                        .boxed()
                        .toList())
                .integer("buckets", bucket -> bucket)
                .parameters()
                .date(
                        "latest",
                        filter.days().values().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(LocalDate.MIN))
                .flag("automatic", filter.lane() != Lane.BY_HAND)
                .flag("with_set_aside", filter.lane() != Lane.AUTOMATIC)
                .uuid("after", after == null ? null : after.value())
                .uuid("only", only == null ? null : only.value());
    }
}
