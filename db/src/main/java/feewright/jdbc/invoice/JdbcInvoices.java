package feewright.jdbc.invoice;

import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementId;
import feewright.invoice.BilledMinimum;
import feewright.invoice.BilledPeriod;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices;
import feewright.invoice.Issuance;
import feewright.invoice.TimeItem;
import feewright.jdbc.engagement.CursorRow;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

public final class JdbcInvoices implements Invoices {

    private final Statements statements;

    public JdbcInvoices(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void issue(List<Issuance> issuances) {
        if (!issuances.isEmpty()) {
            new IssuanceRows(issuances).insert(statements);
        }
    }

    @Override
    public void release(Invoice invoice, @Nullable BillingCursor cursor, Instant at) {
        Invoice.Head head = invoice.head();
        statements.changes(
                """
                delete from period_claim
                where firm_id = :firm and invoice_id = :invoice;
                with claim as (
                    delete from time_claim
                    where firm_id = :firm and invoice_id = :invoice
                    returning entry_id
                )
                update time_entry h
                set state = 'approved'
                from claim
                where h.firm_id = :firm and h.entry_id = claim.entry_id and h.state = 'billed';
                insert into billing_failure (firm_id, engagement_id, billing_date, outcome, codes, since)
                select :firm, engagement_id, :billing, 'needs_review', array['invoice_voided'], :at
                from billing_cursor
                where firm_id = :firm and engagement_id = :engagement and automatic
                on conflict do nothing
                """,
                Parameters.of(head.parties().firm())
                        .id("invoice", head.id())
                        .id("engagement", head.parties().engagement())
                        .date("billing", head.dates().billing())
                        .instant("at", at));
        EngagementId engagement = head.parties().engagement();
        if (engagement != null && cursor != null) {
            CursorRow.write(statements, head.parties().firm(), engagement, cursor);
        }
    }

    @Override
    public void moveCursor(FirmId firm, EngagementId engagement, BillingCursor cursor) {
        CursorRow.write(statements, firm, engagement, cursor);
    }

    @Override
    public Optional<LocalDate> latestBilling(FirmId firm, EngagementId engagement, InvoiceId except) {
        return statements.row(
                """
                select i.billing_date
                from invoice i
                where i.firm_id = :firm and i.engagement_id = :engagement and i.invoice_id <> :except
                    and not exists (
                        select
                        from journal_entry v
                        where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided')
                order by i.billing_date desc
                limit 1
                """,
                Parameters.of(firm).id("engagement", engagement).id("except", except),
                row -> row.date("billing_date"));
    }

    @Override
    public List<BilledPeriod> billedPeriods(FirmId firm, EngagementId engagement) {
        return statements.rows(
                """
                select
                    l.invoice_id, l.line_no, l.category, l.currency, l.amount_minor, l.period_start, l.period_end,
                    l.whole_start, l.whole_end, l.fee_minor, l.proration, p.period_end as until
                from invoice i
                join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
                left join period_claim p on p.firm_id = :firm and p.engagement_id = i.engagement_id and p.charge = 'package'
                    and p.period_start = l.period_start and p.invoice_id = l.invoice_id
                where i.firm_id = :firm and i.engagement_id = :engagement
                order by l.period_start, l.invoice_id
                """,
                Parameters.of(firm).id("engagement", engagement),
                row -> new BilledPeriod(
                        new InvoiceId(row.uuid("invoice_id")),
                        LineRow.packaged(row, row.currency("currency")),
                        row.maybeDate("until")));
    }

    @Override
    public List<BilledMinimum> billedMinimums(FirmId firm, EngagementId engagement) {
        return statements.rows(
                """
                select
                    l.invoice_id, l.line_no, l.currency, l.amount_minor, l.period_start, l.period_end, l.whole_start,
                    l.whole_end, l.fee_minor, l.proration, l.worth_minor, l.before_minor
                from invoice i
                join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.adjustment = 'minimum'
                where i.firm_id = :firm and i.engagement_id = :engagement
                    and not exists (
                        select
                        from journal_entry v
                        where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided')
                order by i.number, l.line_no
                """,
                Parameters.of(firm).id("engagement", engagement),
                row -> new BilledMinimum(
                        new InvoiceId(row.uuid("invoice_id")), AdjustmentRow.minimum(row, row.currency("currency"))));
    }

    @Override
    public void giveBack(FirmId firm, EngagementId engagement, Collection<LocalDate> starts, LocalDate from) {
        statements.change(
                """
                with cut as (
                    delete from period_claim
                    where firm_id = :firm and engagement_id = :engagement and charge = 'package'
                        and period_start = any(string_to_array(:starts, e'\\n')::date[])
                    returning firm_id, period_start, invoice_id, pricing_mode
                )
                insert into period_claim (firm_id, engagement_id, charge, period_start, period_end, invoice_id, pricing_mode)
                select firm_id, :engagement, 'package', period_start, :from, invoice_id, pricing_mode
                from cut
                where period_start < :from
                """,
                Parameters.of(firm)
                        .id("engagement", engagement)
                        .text("starts", starts.stream().map(LocalDate::toString).collect(Collectors.joining("\n")))
                        .date("from", from));
    }

    /** The time, the lines and the head in one round trip; the time in the order that its lines had it. */
    @Override
    public Optional<Invoice> find(FirmId firm, InvoiceId invoice) {
        Map<Integer, List<TimeItem>> items = new HashMap<>();
        List<InvoiceLine> lines = new ArrayList<>();
        List<Invoice> found = new ArrayList<>();
        statements.results(
                """
                select line_no, entry_id, version, worked_on, worked_minutes, billed_minutes
                from invoice_line_time
                where firm_id = :firm and invoice_id = :invoice
                order by line_no, worked_on, entry_id;

                select
                    line_no, category, currency, amount_minor, period_start, period_end, whole_start, whole_end, fee_minor,
                    proration, worker_id, worker_role, rate_person_id, rate_role, per_hour_minor, rate_from, adjustment,
                    of_line, of_minutes, included_minutes, worth_minor, before_minor
                from invoice_line
                where firm_id = :firm and invoice_id = :invoice
                order by line_no;

                select
                    invoice_id, series, number, client_id, engagement_id, terms_id, currency, billing_date, issue_date,
                    due_date, package_minor, hourly_minor, expense_minor, manual_minor, pack_hash, decision_id, fingerprint, issued_by,
                    issued_at, overridden
                from invoice
                where firm_id = :firm and invoice_id = :invoice
                """,
                Parameters.of(firm).uuid("invoice", invoice.value()),
                List.of(
                        row -> items.computeIfAbsent(row.integer("line_no"), _ -> new ArrayList<>())
                                .add(LineTimeRow.read(row)),
                        row -> lines.add(LineRow.read(
                                row, row.currency("currency"), items.getOrDefault(row.integer("line_no"), List.of()))),
                        row -> found.add(new Invoice(InvoiceRow.read(firm, row), lines))));
        return found.stream().findFirst();
    }

    @Override
    public List<Invoice.Head> page(FirmId firm, InvoiceFilter filter, int limit) {
        ClientId client = filter.client();
        EngagementId engagement = filter.engagement();
        return statements.rows(
                """
                select
                    invoice_id, series, number, client_id, engagement_id, terms_id, currency, billing_date, issue_date,
                    due_date, package_minor, hourly_minor, expense_minor, manual_minor, pack_hash, decision_id, fingerprint, issued_by,
                    issued_at, overridden
                from invoice
                where firm_id = :firm
                    and invoice_id < :before
                    and (:client::uuid is null or client_id = :client)
                    and (:engagement::uuid is null or engagement_id = :engagement)
                    and (:from::date is null or issue_date >= :from)
                    and (:until::date is null or issue_date < :until)
                order by invoice_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .uuid("client", client == null ? null : client.value())
                        .uuid("engagement", engagement == null ? null : engagement.value())
                        .date("from", filter.from())
                        .date("until", filter.until())
                        .integer("limit", limit),
                row -> InvoiceRow.read(firm, row));
    }
}
