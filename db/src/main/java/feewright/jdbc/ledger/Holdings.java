package feewright.jdbc.ledger;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.JournalEntry;
import feewright.platform.FirmId;
import org.joda.money.Money;

/** What the firm holds of a payment, summed up from the few entries that are of it, or of what came of it. */
record Holdings(Statements statements) {

    Money of(FirmId firm, JournalEntry payment) {
        return statements
                .row(
                        """
                        with of_payment (entry_id) as (
                            select :payment::uuid
                            union
                            select entry_id
                            from journal_entry
                            where firm_id = :firm and of_entry_id = :payment
                        ),
                        settled (entry_id) as (
                            select entry_id
                            from journal_entry
                            where firm_id = :firm and kind = 'suspense_resolved'
                                and suspense_id in (select entry_id from of_payment)
                        ),
                        gone (minor) as (
                            select sum(case when kind = 'refund_failed' then -amount_minor else amount_minor end)
                            from journal_entry
                            where firm_id = :firm
                                and kind in (
                                    'payment_refunded', 'payment_returned', 'payment_reversed', 'refund_failed', 'credit_refunded')
                                and of_entry_id in (select entry_id from of_payment union select entry_id from settled)
                        ),
                        suspended (minor) as (
                            select sum(case when t.credit = 'suspense' then t.amount_minor else -t.amount_minor end)
                            from journal_entry e
                            join transfer t on t.firm_id = :firm and t.source_id = e.entry_id
                            where e.firm_id = :firm and e.of_entry_id = :payment and e.kind = 'money_suspended'
                                and e.dispute_id is null and (t.debit in ('cash', 'refund') or t.credit in ('cash', 'refund'))
                        ),
                        kept (minor) as (
                            select sum(case
                                when t.credit = 'other_loss' then t.amount_minor
                                when t.debit = 'other_loss' then -t.amount_minor
                            end)
                            from transfer t
                            where t.firm_id = :firm and t.source_id in (select entry_id from settled)
                        )
                        select greatest(0,
                            :amount - coalesce((select minor from gone), 0) + coalesce((select minor from suspended), 0)
                                - greatest(0, coalesce((select minor from kept), 0)))::bigint as minor
                        """,
                        Parameters.of(firm)
                                .id("payment", payment.id())
                                .bigint("amount", payment.amount().getAmountMinorLong()),
                        row -> row.money("minor", payment.amount().getCurrencyUnit()))
                .orElseThrow();
    }
}
