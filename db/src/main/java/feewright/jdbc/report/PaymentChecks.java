package feewright.jdbc.report;

import feewright.jdbc.sql.Statements;
import feewright.report.ConsistencyCheck;
import java.util.List;

/** Whether what processors collected and gave back is what the journal says, once each. */
public final class PaymentChecks {

    /**
     * A success is one payment of its invoice, and a payment by a processor is one success. One that counts after it was in suspense is
     * no other payment.
     */
    private static final String ATTEMPTS = """
        select
            coalesce(t.attempt_id, j.entry_id)::text as id,
            case when t.attempt_id is null then 'no attempt' else concat_ws(' ', t.invoice_id, t.amount_minor, t.currency) end
                as expected,
            case when j.entry_id is null then 'no payment' else concat_ws(' ', j.invoice_id, j.amount_minor, j.currency) end
                as found
        from (
            select
                a.attempt_id, case when e.currency = a.currency then a.invoice_id end as invoice_id, e.currency, e.amount_minor,
                e.entry_id
            from payment_attempt a
            join payment_attempt_event e on e.firm_id = :firm and e.attempt_id = a.attempt_id
            where a.firm_id = :firm and e.kind = 'succeeded' and (e.applied or e.entry_id is not null)
                and not (
                    e.entry_id is null
                    and exists (
                        select
                        from payment_attempt_event x
                        where x.firm_id = :firm and x.attempt_id = a.attempt_id and x.kind = 'succeeded'
                            and x.entry_id is not null and not x.applied and x.number < e.number))
        ) t
        full join (
            select entry_id, invoice_id, currency, amount_minor
            from journal_entry
            where firm_id = :firm and kind = 'payment_received' and method = 'processor'
        ) j on j.entry_id = t.entry_id
        """;

    /** What the simulated processor says that it took is what its successes say: by its own books, one charge for each. */
    private static final String SIMULATED = """
        select
            a.attempt_id::text as id, concat_ws(' ', 'charged once:', e.amount_minor, a.currency) as expected,
            case when s.key is null then 'not charged' else concat_ws(' ', 'charged once:', s.amount_minor, s.currency) end
                as found
        from payment_attempt a
        join payment_method m on m.firm_id = :firm and m.method_id = a.method_id and m.processor = 'simulated'
        join payment_attempt_event e on e.firm_id = :firm and e.attempt_id = a.attempt_id and e.kind = 'succeeded'
            and e.applied and e.reference = 'sim_' || a.attempt_id
        left join simulated_payment s on s.firm_id = :firm and s.key = a.attempt_id and s.card is not null
        where a.firm_id = :firm
        """;

    /** A refund that stands took its amount out of the books once, and one that failed nothing. */
    private static final String REFUNDS = """
        select
            r.refund_id::text as id,
            case
                when coalesce(l.state, 'failed') in ('failed', 'cancelled') then 0
                else r.amount_minor
            end::text as expected,
            coalesce(m.minor, 0)::text as found
        from refund r
        left join lateral (
            select e.state
            from refund_event e
            where e.firm_id = :firm and e.refund_id = r.refund_id and e.applied
            order by e.number desc
            limit 1
        ) l on true
        left join lateral (
            select sum(case when j.kind = 'refund_failed' then -j.amount_minor else j.amount_minor end) as minor
            from refund_event e
            join journal_entry j on j.firm_id = :firm and j.entry_id = e.entry_id and j.of_entry_id = r.payment_id
            where e.firm_id = :firm and e.refund_id = r.refund_id
        ) m on true
        where r.firm_id = :firm
        """;

    /** Nothing is in suspense: what a processor moved and no rule lets count waits for a person. */
    private static final String SUSPENSE = """
        select
            s.item_id || '/' || s.currency as id, '0' as expected, sum(s.minor)::text as found
        from (
            select
                coalesce(e.suspense_id, case when e.kind <> 'money_suspended' then e.of_entry_id end, e.entry_id) as item_id,
                t.currency, case t.debit when 'suspense' then t.amount_minor else -t.amount_minor end as minor
            from transfer t
            join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
            where t.firm_id = :firm and (t.debit = 'suspense' or t.credit = 'suspense')
        ) s
        group by s.item_id, s.currency
        """;

    private PaymentChecks() {}

    public static List<ConsistencyCheck> on(Statements statements) {
        return List.of(
                new SqlCheck(statements, "attempt_payments", "attempt", ATTEMPTS),
                new SqlCheck(statements, "simulated_charges", "attempt", SIMULATED),
                new SqlCheck(statements, "refund_entries", "refund", REFUNDS),
                new SqlCheck(statements, "suspense_resolved", "suspense_item", SUSPENSE));
    }
}
