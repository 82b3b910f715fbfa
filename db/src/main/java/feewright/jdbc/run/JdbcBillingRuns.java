package feewright.jdbc.run;

import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.RunId;
import feewright.run.RunItem;
import feewright.run.RunProgress;
import feewright.run.RunRequest;
import feewright.run.Slice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

public final class JdbcBillingRuns implements BillingRuns {

    private final Statements statements;

    public JdbcBillingRuns(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void start(BillingRun run, List<Slice> slices) {
        RunRequest request = run.request();
        EngagementId engagement = request.engagement();
        PersonId by = run.requestedBy();
        statements.changes(
                """
                insert into billing_run (
                    firm_id, run_id, engagement_id, as_of, dry_run, retry_failures, requested_by, started_at)
                values (:firm, :run, :engagement, :as_of, :dry_run, :retry, :by, :at);
                insert into billing_run_slice (firm_id, run_id, slice, from_place, to_place, next_place, updated_at)
                select :firm, :run, slice, from_place, to_place, from_place, :at
                from unnest(:numbers::int4[], :froms::int4[], :tos::int4[]) as t (slice, from_place, to_place)
                """,
                of(run).uuid("engagement", engagement == null ? null : engagement.value())
                        .date("as_of", request.asOf())
                        .flag("dry_run", request.dryRun())
                        .flag("retry", request.retrySetAside())
                        .uuid("by", by == null ? null : by.value())
                        .instant("at", run.startedAt())
                        .rows(slices)
                        .integer("numbers", Slice::number)
                        .integer("froms", Slice::from)
                        .integer("tos", Slice::to)
                        .parameters());
    }

    @Override
    public Optional<BillingRun> find(FirmId firm, RunId run) {
        return statements.row("""
            select run_id, engagement_id, as_of, dry_run, retry_failures, requested_by, started_at
            from billing_run
            where firm_id = :firm and run_id = :run
            """, Parameters.of(firm).uuid("run", run.value()), row -> read(firm, row));
    }

    @Override
    public List<BillingRun> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select run_id, engagement_id, as_of, dry_run, retry_failures, requested_by, started_at
                from billing_run
                where firm_id = :firm and run_id < :before
                order by run_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> read(firm, row));
    }

    @Override
    public List<BillingRun> unfinished(FirmId firm) {
        return statements.rows("""
            select run_id, engagement_id, as_of, dry_run, retry_failures, requested_by, started_at
            from billing_run
            where firm_id = :firm and run_id in (
                select run_id
                from billing_run_slice
                where firm_id = :firm and finished_at is null)
            order by run_id
            """, Parameters.of(firm), row -> read(firm, row));
    }

    @Override
    public List<OpenSlice> openSlices(BillingRun run) {
        return statements.rows("""
            select slice, from_place, to_place, next_place
            from billing_run_slice
            where firm_id = :firm and run_id = :run and finished_at is null
            order by slice
            """, of(run), row -> {
            Slice slice = new Slice(row.integer("slice"), row.integer("from_place"), row.integer("to_place"));
            return new OpenSlice(slice, row.integer("next_place"));
        });
    }

    @Override
    public void advance(BillingRun run, SliceAdvance advance, List<RunItem> items) {
        statements.changes(
                """
                update billing_run_slice
                set next_place = greatest(next_place, :next), updated_at = :at
                where firm_id = :firm and run_id = :run and slice = :slice;
                insert into billing_run_item (
                    firm_id, run_id, engagement_id, billing_date, outcome, invoice_id, decision_id, codes, currency,
                    amount_minor)
                select
                    :firm, :run, engagement_id, billing_date, outcome, invoice_id, decision_id,
                    string_to_array(codes, e'\\n'), currency, amount_minor
                from unnest(
                    :engagements::uuid[], :billings::date[], :outcomes::text[], :invoices::uuid[], :decisions::uuid[],
                    :codes::text[], :currencies::text[], :amounts::int8[])
                    as t (
                        engagement_id, billing_date, outcome, invoice_id, decision_id, codes, currency, amount_minor)
                on conflict do nothing
                """,
                RunItemRow.put(
                        of(run).integer("slice", advance.slice())
                                .integer("next", advance.next())
                                .instant("at", advance.at()),
                        items));
    }

    @Override
    public void finish(BillingRun run, int slice, Instant at) {
        statements.change("""
            update billing_run_slice
            set finished_at = :at, updated_at = :at
            where firm_id = :firm and run_id = :run and slice = :slice and finished_at is null
            """, of(run).integer("slice", slice).instant("at", at));
    }

    @Override
    public RunProgress progress(BillingRun run) {
        Map<RunItem.Outcome, Long> items = new EnumMap<>(RunItem.Outcome.class);
        Map<String, Money> amounts = new TreeMap<>();
        List<RunProgress> progress = new ArrayList<>();
        statements.results(
                """
                select outcome, currency, count(*) as items, coalesce(sum(amount_minor), 0)::int8 as amount_minor
                from billing_run_item
                where firm_id = :firm and run_id = :run
                group by outcome, currency;
                select
                    sum(to_place - from_place)::int8 as due, sum(next_place - from_place)::int8 as done,
                    max(updated_at) as updated_at, bool_and(finished_at is not null) as finished
                from billing_run_slice
                where firm_id = :firm and run_id = :run
                """,
                of(run),
                List.of(
                        row -> {
                            RunItem.Outcome outcome = row.constant(RunItem.Outcome.class, "outcome");
                            if (outcome == RunItem.Outcome.ISSUED || outcome == RunItem.Outcome.WOULD_ISSUE) {
                                amounts.put(row.text("currency"), row.money("amount_minor", row.currency("currency")));
                            }
                            return items.merge(outcome, row.bigint("items"), Long::sum);
                        },
                        row -> progress.add(new RunProgress(
                                row.bigint("due"),
                                row.bigint("done"),
                                items,
                                List.copyOf(amounts.values()),
                                row.instant("updated_at"),
                                row.flag("finished") ? row.instant("updated_at") : null))));
        return progress.getFirst();
    }

    @Override
    public List<RunItem> items(BillingRun run, ItemFilter filter, int limit) {
        return statements.rows(
                """
                select engagement_id, billing_date, outcome, invoice_id, decision_id, codes, currency, amount_minor
                from billing_run_item
                where firm_id = :firm and run_id = :run
                    and (:outcome::text is null or outcome = :outcome)
                    and (:after::uuid is null
                        or (engagement_id, billing_date, outcome) > (:after, :after_billing, :after_outcome))
                order by engagement_id, billing_date, outcome
                limit :limit
                """,
                RunItemRow.after(of(run), filter.after())
                        .text(
                                "outcome",
                                filter.outcome() == null
                                        ? null
                                        : filter.outcome().code())
                        .integer("limit", limit),
                RunItemRow::read);
    }

    private static Parameters of(BillingRun run) {
        return Parameters.of(run.firm()).uuid("run", run.id().value());
    }

    private static BillingRun read(FirmId firm, Row row) throws SQLException {
        UUID engagement = row.maybeUuid("engagement_id");
        UUID by = row.maybeUuid("requested_by");
        return new BillingRun(
                firm,
                new RunId(row.uuid("run_id")),
                new RunRequest(
                        engagement == null ? null : new EngagementId(engagement),
                        row.maybeDate("as_of"),
                        row.flag("dry_run"),
                        row.flag("retry_failures")),
                by == null ? null : new PersonId(by),
                row.instant("started_at"));
    }
}
