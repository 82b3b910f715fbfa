package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether the books have of disputes what was told of them. */
public final class DisputeChecks {

    /** Withdrawn, charged and lost: what the entries of a dispute moved is what its course says. */
    private static final String MONEY = """
        with moved as (
            select
                e.dispute_id, t.currency,
                sum(
                    case
                        when t.debit = 'disputed' and t.credit = 'cash' then t.amount_minor
                        when t.debit = 'cash' and t.credit = 'disputed' then -t.amount_minor
                        else 0
                    end) as withdrawn,
                sum(case 'dispute_fee' when t.debit then t.amount_minor when t.credit then -t.amount_minor else 0 end) as fees,
                sum(
                    case
                        when t.credit = 'disputed' and t.debit <> 'cash' then t.amount_minor
                        when t.debit = 'disputed' and t.credit <> 'cash' then -t.amount_minor
                        else 0
                    end) as lost
            from journal_entry e
            join transfer t on t.firm_id = :firm and t.entry_id = e.entry_id
            where e.firm_id = :firm and e.dispute_id is not null and e.kind <> 'money_suspended'
            group by e.dispute_id, t.currency
        )
        select
            coalesce(c.dispute_id, m.dispute_id) || '/' || coalesce(c.currency, m.currency) as id,
            concat_ws(
                ' ', coalesce(c.withdrawn_minor, 0), coalesce(c.fees_minor, 0), coalesce(c.charged_back_minor, 0)) as expected,
            concat_ws(' ', coalesce(m.withdrawn, 0), coalesce(m.fees, 0), coalesce(m.lost, 0)) as found
        from (
            select dispute_id, currency, withdrawn_minor, fees_minor, charged_back_minor
            from dispute_summary
            where firm_id = :firm
        ) c
        full join moved m on m.dispute_id = c.dispute_id and m.currency = c.currency
        """;

    /** The events that count by now. */
    private static final String COUNTED = """
        with counted as (
            select e.dispute_id, e.number
            from dispute_event e
            where e.firm_id = :firm
                and (
                    select s.applied
                    from dispute_event_judgement s
                    where s.firm_id = :firm and s.dispute_id = e.dispute_id and s.number = e.number
                    order by s.standing_no desc
                    limit 1)
        )
        """;

    /** The course of a dispute is what those of its events that count told: each movement once. */
    private static final String COURSES = COUNTED + """
        , told as (
            select u.dispute_id, u.currency, -sum(u.amount_minor) as withdrawn, sum(u.fee_minor) as fees
            from (
                select distinct on (m.dispute_id, m.reference) m.dispute_id, m.currency, m.amount_minor, m.fee_minor
                from dispute_movement m
                join counted c on c.dispute_id = m.dispute_id and c.number = m.number
                where m.firm_id = :firm
                order by m.dispute_id, m.reference, m.number
            ) u
            group by u.dispute_id, u.currency
        )
        select
            c.dispute_id::text as id, concat_ws(' ', coalesce(t.withdrawn, 0), coalesce(t.fees, 0)) as expected,
            concat_ws(' ', c.withdrawn_minor, c.fees_minor) as found
        from dispute_summary c
        left join told t on t.dispute_id = c.dispute_id and t.currency = c.currency
        where c.firm_id = :firm
        """;

    /** Money that was moved by events that do not count, fees included, is what went into suspense of the dispute. */
    private static final String SUSPENDED = COUNTED + """
        , told as (
            select u.dispute_id, u.currency, sum(u.fee_minor - u.amount_minor) as minor
            from (
                select distinct on (m.dispute_id, m.reference) m.dispute_id, m.currency, m.amount_minor, m.fee_minor
                from dispute_movement m
                join dispute_event e on e.firm_id = :firm and e.dispute_id = m.dispute_id and e.number = m.number
                where m.firm_id = :firm
                    and not exists (
                        select
                        from dispute_movement o
                        join counted c on c.dispute_id = o.dispute_id and c.number = o.number
                        where o.firm_id = :firm and o.dispute_id = m.dispute_id and o.reference = m.reference)
                order by m.dispute_id, m.reference, e.happened_at, e.number
            ) u
            group by u.dispute_id, u.currency
        ),
        moved as (
            select
                e.dispute_id, t.currency,
                sum(case t.debit when 'suspense' then t.amount_minor else -t.amount_minor end) as minor
            from journal_entry e
            join transfer t on t.firm_id = :firm and t.entry_id = e.entry_id
            where e.firm_id = :firm and e.kind = 'money_suspended' and e.dispute_id is not null
            group by e.dispute_id, t.currency
        )
        select
            coalesce(t.dispute_id, m.dispute_id) || '/' || coalesce(t.currency, m.currency) as id,
            coalesce(t.minor, 0)::text as expected, coalesce(m.minor, 0)::text as found
        from told t
        full join moved m on m.dispute_id = t.dispute_id and m.currency = t.currency
        """;

    private DisputeChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "dispute_money", "dispute", MONEY),
                new SqlCheck(statements, "dispute_summaries", "dispute", COURSES),
                new SqlCheck(statements, "dispute_suspense", "dispute", SUSPENDED));
    }
}
