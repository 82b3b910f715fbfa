package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether grants, what is drawn from them and credit notes are within what they may be. */
public final class CreditChecks {

    /** A grant is filled once with its amount, by what made it; not before somebody agreed where that is needed. */
    private static final String GRANTED = """
        with filled as (
            select t.grant_id, sum(t.amount_minor) as minor
            from transfer t
            join credit_grant g on g.firm_id = :firm and g.grant_id = t.grant_id
            join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
            where t.firm_id = :firm and t.credit = 'client_credit' and (e.entry_id = g.origin_id or e.kind = 'credit_granted')
            group by t.grant_id
        )
        select
            g.grant_id::text as id,
            case
                when g.source in ('goodwill', 'correction') and r.outcome is distinct from 'approved' then '0'
                else g.amount_minor::text
            end as expected,
            coalesce(f.minor, 0)::text as found
        from credit_grant g
        left join credit_review r on r.firm_id = :firm and r.grant_id = g.grant_id
        left join filled f on f.grant_id = g.grant_id
        where g.firm_id = :firm
        """;

    /** Credit is drawn before it expires, and for the engagement that it is restricted to. */
    private static final String DRAWS = """
        select
            t.source_id || '/' || t.transfer_no as id,
            concat_ws(' ', 'before', coalesce(g.expires_on::text, 'any day'), 'for', coalesce(g.engagement_id::text, 'any'))
                as expected,
            case
                when (g.expires_on is null or t.booked_on < g.expires_on)
                    and (g.engagement_id is null or g.engagement_id is not distinct from i.engagement_id)
                then concat_ws(
                    ' ', 'before', coalesce(g.expires_on::text, 'any day'), 'for', coalesce(g.engagement_id::text, 'any'))
                else concat_ws(' ', 'on', t.booked_on, 'for', coalesce(i.engagement_id::text, 'none'))
            end as found
        from transfer t
        join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id and e.kind = 'credit_applied'
        join credit_grant g on g.firm_id = :firm and g.grant_id = t.grant_id
        join invoice i on i.firm_id = :firm and i.invoice_id = t.invoice_id
        where t.firm_id = :firm
        """;

    /** The lines of a credit note are what it took back from revenue, by category. */
    private static final String NOTES = """
        with line as (
            select
                entry_id, coalesce(sum(amount_minor) filter (where category = 'package'), 0) as package,
                coalesce(sum(amount_minor) filter (where category = 'hourly'), 0) as hourly,
                coalesce(sum(amount_minor) filter (where category = 'expense'), 0) as expense,
                coalesce(sum(amount_minor) filter (where category = 'manual'), 0) as manual, sum(amount_minor) as total
            from credit_note_line
            where firm_id = :firm
            group by entry_id
        ),
        taken as (
            select
                source_id, coalesce(sum(amount_minor) filter (where debit = 'revenue_package'), 0) as package,
                coalesce(sum(amount_minor) filter (where debit = 'revenue_hourly'), 0) as hourly,
                coalesce(sum(amount_minor) filter (where debit = 'revenue_expense'), 0) as expense,
                coalesce(sum(amount_minor) filter (where debit = 'revenue_manual'), 0) as manual
            from transfer
            where firm_id = :firm and entry_id is not null
            group by source_id
        )
        select
            e.entry_id::text as id, concat_ws(' ', l.package, l.hourly, l.expense, l.manual, l.total) as expected,
            concat_ws(
                ' ', coalesce(t.package, 0), coalesce(t.hourly, 0), coalesce(t.expense, 0), coalesce(t.manual, 0), e.amount_minor)
                as found
        from journal_entry e
        left join line l on l.entry_id = e.entry_id
        left join taken t on t.source_id = e.entry_id
        where e.firm_id = :firm and e.kind = 'invoice_credited'
        """;

    /** No more is credited of a line than it charged, or lowered time by. */
    private static final String LINES = """
        with credited as (
            select invoice_id, line_no, sum(amount_minor) as minor
            from credit_note_line
            where firm_id = :firm
            group by invoice_id, line_no
        )
        select
            c.invoice_id || '/' || c.line_no as id, 'at most ' || l.amount_minor as expected,
            case
                when c.minor between least(l.amount_minor, 0) and greatest(l.amount_minor, 0)
                    then 'at most ' || l.amount_minor
                else c.minor::text
            end as found
        from credited c
        join invoice_line l on l.firm_id = :firm and l.invoice_id = c.invoice_id and l.line_no = c.line_no
        """;

    /** The time entries that a credit note names on a line add up to what it takes off the line. */
    private static final String TIME = """
        select
            l.entry_id || '/' || l.line_no as id, l.amount_minor::text as expected, sum(t.amount_minor)::text as found
        from credit_note_line l
        join credit_note_time t on t.firm_id = :firm and t.entry_id = l.entry_id and t.line_no = l.line_no
        where l.firm_id = :firm
        group by l.entry_id, l.line_no, l.amount_minor
        """;

    private CreditChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "credit_amounts", "grant", GRANTED),
                new SqlCheck(statements, "credit_draws", "transfer", DRAWS),
                new SqlCheck(statements, "credit_notes", "entry", NOTES),
                new SqlCheck(statements, "credited_lines", "line", LINES),
                new SqlCheck(statements, "credited_time", "line", TIME));
    }
}
