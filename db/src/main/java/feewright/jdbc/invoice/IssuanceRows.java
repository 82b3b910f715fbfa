package feewright.jdbc.invoice;

import feewright.engagement.BillingCursor;
import feewright.invoice.Invoice;
import feewright.invoice.Issuance;
import feewright.jdbc.engagement.CursorRow;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes issued invoices, claims what they bill and moves the cursors, all in one round trip however many they are. Nothing is
 * read back from what was just written: a plan kept from when a table was small would read it whole for every batch. Claims are
 * taken in the order of the entries' ids, as every lock is, so that two issuers never wait for each other in a circle.
 */
record IssuanceRows(List<Issuance> issuances) {

    /** Statements of the text below whose counts tell whether every billed entry was still open. */
    private static final int LINE_TIME = 2;

    private static final int MOVED_TIME = 5;

    private record Moved(UUID engagement, BillingCursor cursor) {}

    void insert(Statements statements) {
        List<Integer> counts = statements.changes("""
            insert into invoice (
                firm_id, invoice_id, series, number, client_id, engagement_id, terms_id, pricing_mode, currency,
                billing_date, issue_date, due_date, package_minor, hourly_minor, expense_minor, manual_minor,
                total_minor, pack_hash, decision_id, fingerprint, issued_by, issued_at, overridden)
            select
                :firm, t.invoice_id, t.series, t.number, t.client_id, t.engagement_id, t.terms_id,
                coalesce(e.pricing_mode, 'none'), t.currency, t.billing_date, t.issue_date, t.due_date, t.package_minor,
                t.hourly_minor, t.expense_minor, t.manual_minor, t.total_minor, t.pack_hash, t.decision_id, t.fingerprint, t.issued_by,
                t.issued_at, t.overridden
            from unnest(
                :invoices::uuid[], :series::text[], :numbers::int8[], :clients::uuid[], :engagements::uuid[],
                :terms::uuid[], :currencies::text[], :billing_dates::date[], :issue_dates::date[], :due_dates::date[],
                :package_minors::int8[], :hourly_minors::int8[], :expense_minors::int8[], :manual_minors::int8[], :total_minors::int8[],
                :packs::text[], :decisions::uuid[], :fingerprints::text[], :issuers::uuid[], :instants::timestamptz[],
                :overrides::bool[])
                as t (
                    invoice_id, series, number, client_id, engagement_id, terms_id, currency, billing_date, issue_date,
                    due_date, package_minor, hourly_minor, expense_minor, manual_minor, total_minor, pack_hash, decision_id,
                    fingerprint, issued_by, issued_at, overridden)
            left join lateral (
                select e.pricing_mode
                from engagement e
                where e.firm_id = :firm and e.engagement_id = t.engagement_id
                offset 0
            ) e on true;

            insert into invoice_line (
                firm_id, invoice_id, line_no, category, engagement_id, pricing_mode, currency, amount_minor, period_start,
                period_end, whole_start, whole_end, fee_minor, proration, worker_id, worker_role, rate_person_id,
                rate_role, per_hour_minor, rate_from, adjustment, of_line, of_minutes, included_minutes, worth_minor,
                before_minor)
            select
                :firm, t.invoice_id, t.line_no, t.category, t.engagement_id, coalesce(e.pricing_mode, 'none'), t.currency,
                t.amount_minor,
                t.period_start, t.period_end, t.whole_start, t.whole_end, t.fee_minor, t.proration, t.worker_id,
                t.worker_role, t.rate_person_id, t.rate_role, t.per_hour_minor, t.rate_from, t.adjustment,
                t.of_line, t.of_minutes, t.included_minutes, t.worth_minor, t.before_minor
            from unnest(
                :line_invoices::uuid[], :line_engagements::uuid[], :line_nos::int4[], :categories::text[],
                :line_currencies::text[],
                :amounts::int8[], :period_starts::date[], :period_ends::date[], :whole_starts::date[],
                :whole_ends::date[], :fees::int8[], :prorations::text[], :workers::uuid[], :worker_roles::text[],
                :rate_persons::uuid[], :rate_roles::text[], :rate_minors::int8[], :rate_froms::date[],
                :adjustments::text[], :of_lines::int4[], :of_minutes::int8[], :included::int8[], :worths::int8[],
                :befores::int8[])
                as t (
                    invoice_id, engagement_id, line_no, category, currency, amount_minor, period_start, period_end, whole_start,
                    whole_end, fee_minor, proration, worker_id, worker_role, rate_person_id, rate_role, per_hour_minor,
                    rate_from, adjustment, of_line, of_minutes, included_minutes, worth_minor, before_minor)
            left join lateral (
                select e.pricing_mode
                from engagement e
                where e.firm_id = :firm and e.engagement_id = t.engagement_id
                offset 0
            ) e on true;

            insert into invoice_line_time (
                firm_id, invoice_id, entry_id, line_no, version, engagement_id, worked_on, worked_minutes, billed_minutes)
            select
                :firm, invoice_id, entry_id, line_no, version, engagement_id, worked_on, worked_minutes, billed_minutes
            from unnest(
                :item_invoices::uuid[], :item_engagements::uuid[], :item_entries::uuid[], :item_lines::int4[], :item_versions::int4[],
                :item_days::date[], :item_worked::int4[], :item_billed::int4[])
                as t (invoice_id, engagement_id, entry_id, line_no, version, worked_on, worked_minutes, billed_minutes);

            insert into period_claim (firm_id, engagement_id, charge, period_start, period_end, invoice_id, pricing_mode)
            select
                :firm, t.engagement_id, 'package', t.period_start, t.period_end, t.invoice_id, coalesce(e.pricing_mode, 'none')
            from unnest(
                :line_invoices::uuid[], :line_engagements::uuid[], :categories::text[], :period_starts::date[],
                :period_ends::date[])
                as t (invoice_id, engagement_id, category, period_start, period_end)
            left join lateral (
                select e.pricing_mode
                from engagement e
                where e.firm_id = :firm and e.engagement_id = t.engagement_id
                offset 0
            ) e on true
            where t.category = 'package'
            order by t.engagement_id, t.period_start;
            insert into time_claim (firm_id, entry_id, version, invoice_id)
            select :firm, entry_id, version, invoice_id
            from unnest(:item_invoices::uuid[], :item_entries::uuid[], :item_versions::int4[])
                as t (invoice_id, entry_id, version)
            order by entry_id;
            update time_entry h
            set state = 'billed'
            from (
                select entry_id, version
                from unnest(:item_entries::uuid[], :item_versions::int4[]) as t (entry_id, version)
                order by entry_id
            ) t
            where h.firm_id = :firm and h.entry_id = t.entry_id and h.version = t.version and h.state = 'approved';
            update billing_cursor b
            set released = string_to_array(t.released, e'\\n')::date[], next_package_start = t.next_package_start, package_due_on = t.package_due_on, billed_on = t.billed_on,
                hourly_due_on = t.hourly_due_on, hourly_use = string_to_array(t.hourly_use, e'\\n'),
                minimum_from = t.minimum_from, adjustment_due_on = t.adjustment_due_on
            from unnest(
                :cursor_engagements::uuid[], :cursor_released::text[], :cursor_starts::date[], :cursor_package_days::date[],
                :cursor_billed_days::date[], :cursor_hourly_days::date[], :cursor_uses::text[], :cursor_minimums::date[],
                :cursor_minimum_days::date[])
                as t (engagement_id, released, next_package_start, package_due_on, billed_on, hourly_due_on, hourly_use, minimum_from, adjustment_due_on)
            where b.firm_id = :firm and b.engagement_id = t.engagement_id;
            delete from billing_failure
            where firm_id = :firm and engagement_id = any(:cursor_engagements)
            """, parameters());
        if (!counts.get(MOVED_TIME).equals(counts.get(LINE_TIME))) {
            throw new ConcurrentChange("time-changed");
        }
    }

    private Parameters parameters() {
        List<Invoice> invoices = issuances.stream().map(Issuance::invoice).toList();
        FirmId firm = invoices.getFirst().head().parties().firm();
        Parameters parameters = Parameters.of(firm);
        heads(parameters, invoices.stream().map(Invoice::head).toList());
        lines(
                parameters,
                invoices.stream()
                        .flatMap(invoice -> LineRow.of(invoice).stream())
                        .toList());
        items(
                parameters,
                invoices.stream()
                        .flatMap(invoice -> LineTimeRow.of(invoice).stream())
                        .toList());
        parameters
                .rows(cursors())
                .uuid("cursor_engagements", Moved::engagement)
                .lists(
                        "cursor_released",
                        row -> row.cursor().released().stream()
                                .map(LocalDate::toString)
                                .toList())
                .date("cursor_starts", row -> row.cursor().following())
                .date("cursor_package_days", row -> row.cursor().packageDueOn())
                .date("cursor_billed_days", row -> row.cursor().billedOn())
                .date("cursor_hourly_days", row -> row.cursor().hourlyDueOn())
                .lists("cursor_uses", row -> CursorRow.used(row.cursor()))
                .date("cursor_minimums", row -> row.cursor().use().minimumFrom())
                .date("cursor_minimum_days", row -> row.cursor().use().dueOn());
        return parameters;
    }

    /** Several periods of one engagement move its cursor once, to where the last of them leaves it. */
    private List<Moved> cursors() {
        Map<UUID, Moved> rows = new LinkedHashMap<>();
        for (Issuance issuance : issuances) {
            UUID engagement = InvoiceRow.engagement(issuance.invoice().head());
            BillingCursor cursor = issuance.cursor();
            if (engagement != null && cursor != null) {
                rows.put(engagement, new Moved(engagement, cursor));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static void heads(Parameters parameters, List<Invoice.Head> heads) {
        parameters
                .rows(heads)
                .uuid("invoices", head -> head.id().value())
                .text("series", head -> head.number().series())
                .bigint("numbers", head -> head.number().sequence())
                .uuid("clients", head -> head.parties().client().value())
                .uuid("engagements", InvoiceRow::engagement)
                .uuid("terms", InvoiceRow::terms)
                .text("currencies", head -> head.currency().getCode())
                .date("billing_dates", head -> head.dates().billing())
                .date("issue_dates", head -> head.dates().issue())
                .date("due_dates", head -> head.dates().due())
                .bigint("package_minors", head -> Parameters.minor(head.totals().packaged()))
                .bigint("hourly_minors", head -> Parameters.minor(head.totals().hourly()))
                .bigint("expense_minors", head -> Parameters.minor(head.totals().expense()))
                .bigint("manual_minors", head -> Parameters.minor(head.totals().manual()))
                .bigint("total_minors", head -> Parameters.minor(head.totals().total()))
                .text("packs", head -> head.provenance().pack().hex())
                .uuid("decisions", head -> head.provenance().decision().value())
                .text("fingerprints", head -> head.provenance().fingerprint().hex())
                .uuid("issuers", head -> head.provenance().issuedBy().value())
                .instant("instants", head -> head.provenance().issuedAt())
                .flag("overrides", head -> head.provenance().overridden());
    }

    private static void lines(Parameters parameters, List<LineRow> lines) {
        parameters
                .rows(lines)
                .uuid("line_invoices", LineRow::invoice)
                .uuid("line_engagements", LineRow::engagement)
                .integer("line_nos", row -> row.line().number())
                .text("categories", row -> row.line().category().code())
                .text(
                        "line_currencies",
                        row -> row.line().amount().getCurrencyUnit().getCode())
                .bigint("amounts", row -> Parameters.minor(row.line().amount()))
                .date(
                        "period_starts",
                        row -> row.period() == null ? null : row.period().start())
                .date(
                        "period_ends",
                        row -> row.period() == null ? null : row.period().end())
                .date(
                        "whole_starts",
                        row -> row.period() == null ? null : row.period().wholeStart())
                .date(
                        "whole_ends",
                        row -> row.period() == null ? null : row.period().wholeEnd())
                .bigint("fees", LineRow::fee)
                .text("prorations", LineRow::proration)
                .uuid(
                        "workers",
                        row -> row.hourly() == null
                                ? null
                                : row.hourly().worker().person().value())
                .text("worker_roles", LineRow::workerRole)
                .uuid("rate_persons", LineRow::ratePerson)
                .text("rate_roles", LineRow::rateRole)
                .bigint("rate_minors", LineRow::perHour)
                .date(
                        "rate_froms",
                        row -> row.hourly() == null ? null : row.hourly().rate().effectiveFrom())
                .text("adjustments", row -> row.adjusted().code())
                .integer("of_lines", row -> row.adjusted().ofLine())
                .bigint("of_minutes", row -> row.adjusted().ofMinutes())
                .bigint("included", row -> row.adjusted().minutes())
                .bigint("worths", row -> row.adjusted().worth())
                .bigint("befores", row -> row.adjusted().before());
    }

    private static void items(Parameters parameters, List<LineTimeRow> items) {
        parameters
                .rows(items)
                .uuid("item_invoices", LineTimeRow::invoice)
                .uuid("item_engagements", LineTimeRow::engagement)
                .uuid("item_entries", row -> row.item().version().entry().value())
                .integer("item_lines", LineTimeRow::line)
                .integer("item_versions", row -> row.item().version().number())
                .date("item_days", row -> row.item().workedOn())
                .integer("item_worked", row -> row.item().workedMinutes())
                .integer("item_billed", row -> row.item().billedMinutes());
    }
}
