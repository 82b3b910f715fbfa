package feewright.jdbc.ledger;

import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds when invoices were paid. The movements of each are added up in the order of the books, but for what was written off: it was
 * paid with the first movement since which nothing is owed.
 */
record PaidInvoices(Statements statements) {

    Map<InvoiceId, LocalDate> days(FirmId firm, Collection<InvoiceId> invoices) {
        Map<InvoiceId, LocalDate> days = new HashMap<>();
        statements.rows(
                """
                select i.invoice_id, coalesce(p.paid_on, i.issue_date) as paid_on
                from invoice i
                cross join lateral (
                    select
                        min(m.booked_on) filter (where m.place > coalesce(m.last_owing, 0)) as paid_on,
                        coalesce(bool_or(m.owing and m.place = m.places), false) as owing
                    from (
                        select
                            o.booked_on, o.place, o.owing, count(*) over () as places,
                            max(o.place) filter (where o.owing) over () as last_owing
                        from (
                            select
                                e.booked_on, row_number() over in_order as place, sum(e.minor) over in_order > 0 as owing
                            from (
                                select
                                    t.booked_on, t.entry_id,
                                    sum(case when t.debit = 'receivable' then t.amount_minor else -t.amount_minor end) as minor
                                from (
                                    select s.booked_on, s.entry_id, s.debit, s.credit, s.amount_minor
                                    from transfer s
                                    where s.firm_id = :firm and s.source_id = i.invoice_id
                                    union all
                                    select s.booked_on, s.entry_id, s.debit, s.credit, s.amount_minor
                                    from transfer s
                                    where s.firm_id = :firm and s.invoice_id = i.invoice_id and s.entry_id is not null
                                    offset 0
                                ) t
                                where 'write_off' not in (t.debit, t.credit)
                                group by t.booked_on, t.entry_id
                            ) e
                            window in_order as (order by e.booked_on, e.entry_id nulls first)
                        ) o
                    ) m
                ) p
                where i.firm_id = :firm and i.invoice_id = any(:invoices) and not p.owing
                    and not exists (
                        select
                        from journal_entry v
                        where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided')
                """,
                Parameters.of(firm)
                        .uuids(
                                "invoices",
                                invoices.stream().map(InvoiceId::value).toList()),
                row -> days.put(new InvoiceId(row.uuid("invoice_id")), row.date("paid_on")));
        return days;
    }
}
