package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether the transfers of journal entries are what their kinds ask for. */
public final class EntryChecks {

    /** The transfers of an entry add up to its amount, on the account that its kind is about. */
    private static final String AMOUNTS = """
        with moved as (
            select
                s.entry_id, sum(s.minor) filter (where s.account = 'cash') as cash,
                sum(s.minor) filter (where s.account = 'refund') as refund,
                sum(s.minor) filter (where s.account = 'write_off') as write_off,
                sum(s.minor) filter (where s.account = 'client_credit') as credit,
                sum(s.minor) filter (where s.account like 'revenue_%') as revenue,
                sum(s.minor) filter (where s.account = 'disputed') as disputed,
                sum(s.minor) filter (where s.account = 'dispute_fee') as dispute_fee,
                sum(s.minor) filter (where s.account = 'suspense') as suspense
            from (
                select entry_id, debit as account, amount_minor as minor
                from transfer
                where firm_id = :firm and entry_id is not null
                union all
                select entry_id, credit, -amount_minor
                from transfer
                where firm_id = :firm and entry_id is not null
            ) s
            group by s.entry_id
        )
        select
            e.entry_id::text as id, e.amount_minor::text as expected,
            coalesce(
                case e.kind
                    when 'invoice_voided' then i.total_minor
                    when 'payment_received' then m.cash
                    when 'payment_refunded' then -m.refund
                    when 'payment_returned' then -m.cash
                    when 'payment_reversed' then -m.cash
                    when 'refund_failed' then m.refund
                    when 'credit_refunded' then -m.refund
                    when 'invoice_written_off' then m.write_off
                    when 'credit_granted' then -m.credit
                    when 'credit_applied' then m.credit
                    when 'credit_unapplied' then -m.credit
                    when 'credit_withdrawn' then -m.credit
                    when 'credit_reversed' then m.credit
                    when 'credit_expired' then m.credit
                    when 'invoice_credited' then m.revenue
                    when 'dispute_withdrawn' then m.disputed
                    when 'dispute_fee' then abs(m.dispute_fee)
                    when 'dispute_reinstated' then -m.disputed
                    when 'charged_back' then -m.disputed
                    when 'chargeback_reversed' then m.disputed
                    when 'money_suspended' then abs(m.suspense)
                    when 'suspense_resolved' then abs(m.suspense)
                end, 0)::text as found
        from journal_entry e
        left join moved m on m.entry_id = e.entry_id
        left join invoice i on i.firm_id = :firm and i.invoice_id = e.invoice_id
        where e.firm_id = :firm
        """;

    /** A transfer of an entry is between two accounts that its kind moves money between. */
    private static final String ACCOUNTS = """
        with allowed (kind, debit, credit) as (
            values
                ('invoice_voided', 'revenue', 'receivable'), ('invoice_voided', 'receivable', 'revenue'),
                ('invoice_voided', 'receivable', 'client_credit'), ('invoice_voided', 'client_credit', 'receivable'),
                ('invoice_voided', 'receivable', 'write_off'), ('payment_received', 'cash', 'receivable'),
                ('payment_received', 'cash', 'client_credit'), ('payment_received', 'receivable', 'write_off'),
                ('payment_refunded', 'client_credit', 'refund'), ('payment_refunded', 'receivable', 'refund'),
                ('payment_refunded', 'chargeback_loss', 'refund'), ('payment_returned', 'chargeback_loss', 'cash'),
                ('refund_failed', 'refund', 'chargeback_loss'), ('payment_returned', 'client_credit', 'cash'), ('payment_returned', 'receivable', 'cash'),
                ('payment_reversed', 'receivable', 'cash'), ('payment_reversed', 'client_credit', 'cash'),
                ('payment_reversed', 'client_credit', 'receivable'), ('payment_reversed', 'write_off', 'receivable'),
                ('refund_failed', 'refund', 'receivable'), ('refund_failed', 'refund', 'client_credit'),
                ('refund_failed', 'receivable', 'write_off'),
                ('credit_refunded', 'client_credit', 'refund'), ('invoice_written_off', 'write_off', 'receivable'),
                ('credit_granted', 'allowance', 'client_credit'), ('credit_applied', 'client_credit', 'receivable'),
                ('credit_unapplied', 'receivable', 'client_credit'), ('credit_withdrawn', 'receivable', 'client_credit'),
                ('credit_reversed', 'client_credit', 'allowance'),
                ('credit_reversed', 'client_credit', 'breakage'), ('credit_expired', 'client_credit', 'allowance'),
                ('credit_expired', 'client_credit', 'breakage'), ('invoice_credited', 'revenue', 'receivable'),
                ('invoice_credited', 'receivable', 'write_off'), ('invoice_credited', 'receivable', 'refund'),
                ('invoice_credited', 'receivable', 'client_credit'), ('dispute_withdrawn', 'disputed', 'cash'),
                ('dispute_fee', 'dispute_fee', 'cash'), ('dispute_fee', 'cash', 'dispute_fee'),
                ('dispute_reinstated', 'cash', 'disputed'), ('charged_back', 'receivable', 'disputed'),
                ('charged_back', 'client_credit', 'disputed'), ('charged_back', 'chargeback_loss', 'disputed'),
                ('chargeback_reversed', 'disputed', 'receivable'), ('chargeback_reversed', 'disputed', 'client_credit'),
                ('chargeback_reversed', 'disputed', 'chargeback_loss'), ('chargeback_reversed', 'receivable', 'write_off'),
                ('payment_received', 'cash', 'suspense'), ('payment_refunded', 'suspense', 'refund'),
                ('payment_returned', 'suspense', 'cash'), ('refund_failed', 'refund', 'suspense'),
                ('charged_back', 'suspense', 'disputed'), ('money_suspended', 'suspense', 'cash'),
                ('money_suspended', 'cash', 'suspense'), ('money_suspended', 'suspense', 'refund'),
                ('money_suspended', 'refund', 'suspense'), ('suspense_resolved', 'suspense', 'receivable'),
                ('suspense_resolved', 'receivable', 'suspense'), ('suspense_resolved', 'suspense', 'client_credit'),
                ('suspense_resolved', 'client_credit', 'suspense'), ('suspense_resolved', 'receivable', 'write_off'),
                ('suspense_resolved', 'suspense', 'other_loss'), ('suspense_resolved', 'other_loss', 'suspense')
        )
        select
            t.source_id || '/' || t.transfer_no as id, 'accounts of ' || e.kind as expected,
            case when a.kind is null then t.debit || ' from ' || t.credit else 'accounts of ' || e.kind end as found
        from transfer t
        join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
        left join allowed a on a.kind = e.kind and a.debit = regexp_replace(t.debit, '^revenue_.*', 'revenue')
            and a.credit = regexp_replace(t.credit, '^revenue_.*', 'revenue')
        where t.firm_id = :firm
        """;

    /** A transfer of an entry moves the invoice and the grant that the entry is of. */
    private static final String SUBJECTS = """
        select
            t.source_id || '/' || t.transfer_no as id,
            concat_ws(
                ' ', case when t.invoice_id is not null then coalesce(e.invoice_id::text, 'no invoice') end, e.grant_id)
                as expected,
            concat_ws(' ', t.invoice_id, case when e.grant_id is not null then coalesce(t.grant_id::text, 'no grant') end)
                as found
        from transfer t
        join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
        where t.firm_id = :firm
        """;

    /**
     * What was given back of a payment, an application or a credit note is no more than it was, but for what is more and in suspense. A
     * bank takes a payment back as a whole, whatever was given back of it before. Credit that a reversed payment had made is withdrawn
     * from invoices besides.
     */
    private static final String UNDONE = """
        with undone as (
            select
                e.of_entry_id,
                sum(case when e.kind = 'refund_failed' then -e.amount_minor else e.amount_minor end)
                    - sum(coalesce(s.minor, 0)) as minor
            from journal_entry e
            left join lateral (
                select sum(case when t.debit = 'suspense' then t.amount_minor else -t.amount_minor end) as minor
                from transfer t
                where t.firm_id = :firm and t.entry_id = e.entry_id and (t.debit = 'suspense' or t.credit = 'suspense')
            ) s on true
            where e.firm_id = :firm and e.of_entry_id is not null and e.kind not in ('payment_returned', 'credit_withdrawn', 'money_suspended')
                and e.dispute_id is null
            group by e.of_entry_id
        )
        select
            e.entry_id::text as id, 'at most ' || e.amount_minor as expected,
            case when u.minor <= e.amount_minor then 'at most ' || e.amount_minor else u.minor::text end as found
        from undone u
        join journal_entry e on e.firm_id = :firm and e.entry_id = u.of_entry_id
        """;

    /** Of a voided invoice nothing is left on any account, but for money that came in and went out again. */
    private static final String VOIDS = """
        with net as (
            select s.invoice_id, s.account, s.grant_id, sum(s.minor) as minor
            from (
                select
                    invoice_id, grant_id, case when debit = 'receivable' then credit else debit end as account,
                    case when debit = 'receivable' then amount_minor else -amount_minor end as minor
                from transfer
                where firm_id = :firm and invoice_id is not null
            ) s
            group by s.invoice_id, s.account, s.grant_id
        )
        select
            v.invoice_id::text as id, '0 owed, 0 elsewhere' as expected,
            concat(
                coalesce(sum(n.minor), 0), ' owed, ',
                coalesce(sum(abs(n.minor)) filter (where n.account not in ('cash', 'refund', 'disputed', 'suspense')), 0), ' elsewhere') as found
        from journal_entry v
        left join net n on n.invoice_id = v.invoice_id
        where v.firm_id = :firm and v.kind = 'invoice_voided'
        group by v.entry_id, v.invoice_id
        """;

    private EntryChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "entry_amounts", "entry", AMOUNTS),
                new SqlCheck(statements, "entry_accounts", "transfer", ACCOUNTS),
                new SqlCheck(statements, "entry_subjects", "transfer", SUBJECTS),
                new SqlCheck(statements, "entries_reversed", "entry", UNDONE),
                new SqlCheck(statements, "voids_reversed", "invoice", VOIDS));
    }
}
