package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether transfers have their sources, and balances are what their transfers add up to. */
public final class LedgerChecks {

    /** A transfer has a source, of the same client and day. */
    private static final String SOURCES = """
        select
            t.source_id || '/' || t.transfer_no as id,
            case
                when coalesce(e.entry_id, i.invoice_id) is null then 'a source'
                else concat_ws(' ', coalesce(e.client_id, i.client_id), coalesce(e.booked_on, i.issue_date))
            end as expected,
            case
                when coalesce(e.entry_id, i.invoice_id) is null then 'none'
                else concat_ws(' ', t.client_id, t.booked_on)
            end as found
        from transfer t
        left join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
        left join invoice i on i.firm_id = :firm and i.invoice_id = t.source_id and t.entry_id is null
        where t.firm_id = :firm
        """;

    /** All accounts of a currency add up to zero, those of clients as they are kept. */
    private static final String ZERO = """
        with balance as (
            select currency, owed_minor as minor
            from receivable
            where firm_id = :firm
            union all
            select currency, -remaining_minor
            from credit_balance
            where firm_id = :firm
            union all
            select currency, amount_minor
            from transfer
            where firm_id = :firm and debit not in ('receivable', 'client_credit')
            union all
            select currency, -amount_minor
            from transfer
            where firm_id = :firm and credit not in ('receivable', 'client_credit')
        )
        select currency::text as id, '0' as expected, sum(minor)::text as found
        from balance
        group by currency
        """;

    /** Every invoice has one receivable, which is the sum of its transfers. */
    private static final String OWED = """
        with moved as (
            select invoice_id, sum(case when debit = 'receivable' then amount_minor else -amount_minor end) as minor
            from transfer
            where firm_id = :firm and invoice_id is not null
            group by invoice_id
        )
        select
            coalesce(i.invoice_id, r.invoice_id)::text as id,
            case when i.invoice_id is null then 'none' else concat_ws(' ', coalesce(m.minor, 0), i.currency, i.due_date) end
                as expected,
            case when r.invoice_id is null then 'none' else concat_ws(' ', r.owed_minor, r.currency, r.due_date) end as found
        from (
            select invoice_id, currency, due_date
            from invoice
            where firm_id = :firm
        ) i
        full join (
            select invoice_id, currency, due_date, owed_minor
            from receivable
            where firm_id = :firm
        ) r on r.invoice_id = i.invoice_id
        left join moved m on m.invoice_id = i.invoice_id
        """;

    /** Every grant has one balance, which is the sum of its transfers. */
    private static final String REMAINING = """
        with moved as (
            select grant_id, sum(case when credit = 'client_credit' then amount_minor else -amount_minor end) as minor
            from transfer
            where firm_id = :firm and grant_id is not null
            group by grant_id
        )
        select
            coalesce(g.grant_id, b.grant_id)::text as id,
            case
                when g.grant_id is null then 'none'
                else concat_ws(' ', coalesce(m.minor, 0), g.currency, g.expires_on)
            end as expected,
            case when b.grant_id is null then 'none' else concat_ws(' ', b.remaining_minor, b.currency, b.expires_on) end
                as found
        from (
            select grant_id, currency, expires_on
            from credit_grant
            where firm_id = :firm
        ) g
        full join (
            select grant_id, currency, expires_on, remaining_minor
            from credit_balance
            where firm_id = :firm
        ) b on b.grant_id = g.grant_id
        left join moved m on m.grant_id = g.grant_id
        """;

    /** By their transfers, no invoice is owed less than nothing and no grant is overdrawn. */
    private static final String NEGATIVE = """
        with balance as (
            select
                invoice_id as account_id, 'receivable' as account,
                case when debit = 'receivable' then amount_minor else -amount_minor end as minor
            from transfer
            where firm_id = :firm and invoice_id is not null
            union all
            select
                grant_id, 'client_credit', case when credit = 'client_credit' then amount_minor else -amount_minor end
            from transfer
            where firm_id = :firm and grant_id is not null
        )
        select
            account || '/' || account_id as id, 'not negative' as expected,
            case when sum(minor) >= 0 then 'not negative' else sum(minor)::text end as found
        from balance
        group by account, account_id
        """;

    private LedgerChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "transfer_sources", "transfer", SOURCES),
                new SqlCheck(statements, "accounts_sum_to_zero", "currency", ZERO),
                new SqlCheck(statements, "receivable_owed", "invoice", OWED),
                new SqlCheck(statements, "credit_remaining", "grant", REMAINING),
                new SqlCheck(statements, "balances_not_negative", "account", NEGATIVE));
    }
}
