package feewright.jdbc;

import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.run.DueFilter;
import feewright.run.DueFilter.Lane;
import feewright.run.DueWork;
import feewright.run.Slice;
import java.time.LocalDate;
import java.time.ZoneId;
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
 */
final class JdbcDueWork implements DueWork {

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
        if (filter.days().isEmpty()) {
            return Collections.nCopies(Slice.BUCKETS, 0L);
        }
        return statements.rows(
                DueRows.DUE + """
                    select count(d.engagement_id) as due
                    from generate_series(0, :buckets_in_all - 1) as b (bucket)
                    left join due d on d.bucket = b.bucket
                    group by b.bucket
                    order by b.bucket
                    """,
                parameters(firm, filter).integer("buckets_in_all", Slice.BUCKETS),
                row -> row.bigint("due"));
    }

    @Override
    public List<EngagementId> next(FirmId firm, DueFilter filter, int limit) {
        if (filter.days().isEmpty()) {
            return List.of();
        }
        return statements.rows(
                DueRows.DUE + """
                    select engagement_id
                    from due
                    order by engagement_id
                    limit :limit
                    """,
                parameters(firm, filter).integer("limit", limit),
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
