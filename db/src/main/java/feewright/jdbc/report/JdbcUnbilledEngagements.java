package feewright.jdbc.report;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.report.UnbilledEngagements;
import java.util.List;

/** Steps through the partial index of open time, from one engagement to the next. */
public final class JdbcUnbilledEngagements implements UnbilledEngagements {

    private final Statements statements;

    public JdbcUnbilledEngagements(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<EngagementId> next(FirmId firm, Place after, int limit) {
        return statements.rows(
                """
                with recursive open (engagement_id) as (
                    (
                        select t.engagement_id
                        from time_entry t
                        where t.firm_id = :firm and t.open and (:after::uuid is null or t.engagement_id > :after)
                        order by t.engagement_id
                        limit 1
                    )
                    union all
                    select (
                        select t.engagement_id
                        from time_entry t
                        where t.firm_id = :firm and t.open and t.engagement_id > o.engagement_id
                        order by t.engagement_id
                        limit 1)
                    from open o
                    where o.engagement_id is not null
                )
                select o.engagement_id
                from open o
                join engagement e on e.firm_id = :firm and e.engagement_id = o.engagement_id
                where :client::uuid is null or e.client_id = :client
                order by o.engagement_id
                limit :limit
                """,
                Parameters.of(firm)
                        .id("client", after.client())
                        .id("after", after.after())
                        .integer("limit", limit),
                row -> new EngagementId(row.uuid("engagement_id")));
    }
}
