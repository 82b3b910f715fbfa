package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether claims are those of the invoices that stand, and time is billed where it is claimed. */
public final class ClaimChecks {

    /** A voided invoice claims neither periods nor time. */
    private static final String VOID = """
        select
            v.invoice_id::text as id, '0' as expected,
            ((
                select count(*)
                from period_claim p
                where p.firm_id = :firm and p.invoice_id = v.invoice_id
            ) + (
                select count(*)
                from time_claim t
                where t.firm_id = :firm and t.invoice_id = v.invoice_id))::text as found
        from journal_entry v
        where v.firm_id = :firm and v.kind = 'invoice_voided'
        """;

    /**
     * The package lines of invoices that stand have their claims, but for the days that a later ending or pause gave back; and there are
     * no others. Decisions say what was later: their ids grow with time.
     */
    private static final String PACKAGE = """
        with line as (
            select l.engagement_id, l.period_start, l.invoice_id, least(l.period_end, c.day) as period_end
            from invoice i
            join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
            cross join lateral (
                select min(c.day) as day
                from (
                    select e.ended_on as day
                    from engagement_ending e
                    where e.firm_id = :firm and e.engagement_id = i.engagement_id and e.decision_id > i.decision_id
                    union all
                    select p.first_day
                    from engagement_pause p
                    where p.firm_id = :firm and p.engagement_id = i.engagement_id and p.decision_id > i.decision_id
                        and l.proration = 'by_day'
                ) c
            ) c
            where i.firm_id = :firm
                and not exists (
                    select
                    from journal_entry v
                    where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided')
        )
        select
            coalesce(l.engagement_id, c.engagement_id) || '/' || coalesce(l.period_start, c.period_start) as id,
            coalesce(l.invoice_id || ' until ' || l.period_end, 'none') as expected,
            coalesce(c.invoice_id || ' until ' || c.period_end, 'none') as found
        from (
            select engagement_id, period_start, invoice_id, period_end
            from line
            where period_end > period_start
        ) l
        full join (
            select engagement_id, period_start, invoice_id, period_end
            from period_claim
            where firm_id = :firm
        ) c on c.engagement_id = l.engagement_id and c.period_start = l.period_start
        """;

    /** The time on invoices that stand has its claims, but for what credit notes released; and there are no others. */
    private static final String TIME = """
        with line as (
            select l.entry_id, l.invoice_id, l.version
            from invoice_line_time l
            where l.firm_id = :firm
                and not exists (
                    select
                    from journal_entry v
                    where v.firm_id = :firm and v.invoice_id = l.invoice_id and v.kind = 'invoice_voided')
                and not exists (
                    select
                    from credit_note_time n
                    where n.firm_id = :firm and n.invoice_id = l.invoice_id and n.time_entry_id = l.entry_id and n.released)
        )
        select
            coalesce(l.entry_id, c.entry_id)::text as id,
            case when l.entry_id is null then 'none' else l.invoice_id || ' version ' || l.version end as expected,
            case when c.entry_id is null then 'none' else c.invoice_id || ' version ' || c.version end as found
        from line l
        full join (
            select entry_id, invoice_id, version
            from time_claim
            where firm_id = :firm
        ) c on c.entry_id = l.entry_id
        """;

    /** Time is billed exactly where it is claimed. */
    private static final String STATES = """
        select
            t.entry_id::text as id,
            case when c.entry_id is not null then 'billed' when t.state = 'billed' then 'not billed' else t.state end
                as expected,
            t.state as found
        from time_entry t
        left join time_claim c on c.firm_id = :firm and c.entry_id = t.entry_id
        where t.firm_id = :firm
        """;

    private ClaimChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "void_claims", "invoice", VOID),
                new SqlCheck(statements, "package_claims", "period", PACKAGE),
                new SqlCheck(statements, "time_claims", "time_entry", TIME),
                new SqlCheck(statements, "time_states", "time_entry", STATES));
    }
}
