package feewright.jdbc;

import feewright.engagement.EngagementId;
import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices;
import feewright.invoice.Issuance;
import feewright.invoice.TimeItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class JdbcInvoices implements Invoices {

    private final Statements statements;

    JdbcInvoices(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void issue(List<Issuance> issuances) {
        if (!issuances.isEmpty()) {
            new IssuanceRows(issuances).insert(statements);
        }
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
                    proration, worker_id, worker_role, rate_person_id, rate_role, per_hour_minor, rate_from
                from invoice_line
                where firm_id = :firm and invoice_id = :invoice
                order by line_no;

                select
                    invoice_id, series, number, client_id, engagement_id, terms_id, currency, billing_date, issue_date,
                    due_date, package_minor, hourly_minor, manual_minor, pack_hash, decision_id, fingerprint, issued_by,
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
                    due_date, package_minor, hourly_minor, manual_minor, pack_hash, decision_id, fingerprint, issued_by,
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
