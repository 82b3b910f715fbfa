package feewright.jdbc.run;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.run.BillingFailure;
import feewright.run.BillingFailures;
import feewright.run.RunId;
import feewright.run.RunItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcBillingFailures implements BillingFailures {

    private final Statements statements;

    public JdbcBillingFailures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(FirmId firm, List<BillingFailure> engagements) {
        if (engagements.isEmpty()) {
            return;
        }
        statements.changes(
                """
                delete from billing_failure
                where firm_id = :firm and engagement_id = any(:engagements);
                insert into billing_failure (
                    firm_id, engagement_id, run_id, billing_date, outcome, codes, decision_id, since)
                select
                    :firm, engagement_id, run_id, billing_date, outcome, string_to_array(codes, e'\\n'), decision_id,
                    since
                from unnest(
                    :engagements::uuid[], :runs::uuid[], :billings::date[], :outcomes::text[], :codes::text[],
                    :decisions::uuid[], :instants::timestamptz[])
                    as t (engagement_id, run_id, billing_date, outcome, codes, decision_id, since)
                order by engagement_id
                on conflict do nothing
                """,
                Parameters.of(firm)
                        .rows(engagements)
                        .uuid("engagements", aside -> aside.engagement().value())
                        .uuid("runs", aside -> run(aside.run()))
                        .date("billings", BillingFailure::billing)
                        .text("outcomes", aside -> aside.outcome().code())
                        .lists("codes", BillingFailure::codes)
                        .uuid("decisions", aside -> RunItemRow.decision(aside.decision()))
                        .instant("instants", BillingFailure::since)
                        .parameters());
    }

    @Override
    public void release(FirmId firm, Collection<EngagementId> engagements) {
        statements.change("""
            delete from billing_failure
            where firm_id = :firm and engagement_id = any(:ids)
            """, ids(firm, engagements));
    }

    @Override
    public Set<EngagementId> among(FirmId firm, Collection<EngagementId> engagements) {
        return new HashSet<>(
                statements.rows("""
                    select engagement_id
                    from billing_failure
                    where firm_id = :firm and engagement_id = any(:ids)
                    """, ids(firm, engagements), row -> new EngagementId(row.uuid("engagement_id"))));
    }

    @Override
    public List<BillingFailure> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select engagement_id, run_id, billing_date, outcome, codes, decision_id, since
                from billing_failure
                where firm_id = :firm and engagement_id < :before
                order by engagement_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> new BillingFailure(
                        new EngagementId(row.uuid("engagement_id")),
                        row.maybeUuid("run_id") == null ? null : new RunId(row.uuid("run_id")),
                        row.date("billing_date"),
                        row.constant(RunItem.Outcome.class, "outcome"),
                        row.texts("codes"),
                        RunItemRow.decision(row),
                        row.instant("since")));
    }

    private static @Nullable UUID run(@Nullable RunId run) {
        return run == null ? null : run.value();
    }

    private static Parameters ids(FirmId firm, Collection<EngagementId> engagements) {
        return Parameters.of(firm)
                .uuids("ids", engagements.stream().map(EngagementId::value).toList());
    }
}
