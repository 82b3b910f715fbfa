package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether invoices, their lines, their transfers and their numbers say the same. */
public final class InvoiceChecks {

    /** The lines of an invoice add up to its totals. */
    private static final String TOTALS = """
        with line as (
            select
                invoice_id, coalesce(sum(amount_minor) filter (where category = 'package'), 0) as package,
                coalesce(sum(amount_minor) filter (where category = 'hourly'), 0) as hourly,
                coalesce(sum(amount_minor) filter (where category = 'expense'), 0) as expense,
                coalesce(sum(amount_minor) filter (where category = 'manual'), 0) as manual, sum(amount_minor) as total
            from invoice_line
            where firm_id = :firm
            group by invoice_id
        )
        select
            i.invoice_id::text as id,
            concat_ws(' ', l.package, l.hourly, l.expense, l.manual, l.total) as expected,
            concat_ws(' ', i.package_minor, i.hourly_minor, i.expense_minor, i.manual_minor, i.total_minor) as found
        from invoice i
        left join line l on l.invoice_id = i.invoice_id
        where i.firm_id = :firm
        """;

    /** The issue of an invoice moved its totals from revenue, by category, to what it is owed; and nothing else. */
    private static final String ISSUES = """
        with issue as (
            select
                s.source_id, coalesce(sum(s.minor) filter (where s.other = 'revenue_package'), 0) as package,
                coalesce(sum(s.minor) filter (where s.other = 'revenue_hourly'), 0) as hourly,
                coalesce(sum(s.minor) filter (where s.other = 'revenue_expense'), 0) as expense,
                coalesce(sum(s.minor) filter (where s.other = 'revenue_manual'), 0) as manual, sum(s.minor) as total
            from (
                select
                    source_id, case when debit = 'receivable' then credit else debit end as other,
                    case when debit = 'receivable' then amount_minor else -amount_minor end as minor
                from transfer
                where firm_id = :firm and entry_id is null
            ) s
            group by s.source_id
        )
        select
            i.invoice_id::text as id,
            concat_ws(' ', i.package_minor, i.hourly_minor, i.expense_minor, i.manual_minor, i.total_minor) as expected,
            concat_ws(' ', coalesce(s.package, 0), coalesce(s.hourly, 0), coalesce(s.expense, 0), coalesce(s.manual, 0), coalesce(s.total, 0)) as found
        from invoice i
        left join issue s on s.source_id = i.invoice_id
        where i.firm_id = :firm
        """;

    /** Numbers of a series follow one another, up to the counter. */
    private static final String NUMBERS = """
        with used as (
            select series, number
            from invoice
            where firm_id = :firm
            union all
            select series, number
            from journal_entry
            where firm_id = :firm and series is not null
        ),
        number as (
            select series, number
            from used
            union all
            select s.series, coalesce(c.next_number, 0)
            from (
                select series
                from used
                union
                select series
                from invoice_counter
                where firm_id = :firm
            ) s
            left join invoice_counter c on c.firm_id = :firm and c.series = s.series
        )
        select
            series || '-' || number as id, (lag(number, 1, 0::bigint) over (partition by series order by number) + 1)::text as expected,
            number::text as found
        from number
        """;

    private InvoiceChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "invoice_totals", "invoice", TOTALS),
                new SqlCheck(statements, "issue_transfers", "invoice", ISSUES),
                new SqlCheck(statements, "document_numbers", "number", NUMBERS));
    }
}
