package feewright.jdbc.ledger;

import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is in suspense, summed up from the few transfers that are on it. An item is known by its payment, or by the entry that put it
 * there, which others name.
 */
record SuspenseRows(Statements statements) {

    /** Items with their balances, and what they are about. */
    private static final String ITEMS = """
        with moved as (
            select
                coalesce(e.suspense_id, case when e.kind <> 'money_suspended' then e.of_entry_id end, e.entry_id) as item_id,
                case t.debit when 'suspense' then t.amount_minor else -t.amount_minor end as minor
            from transfer t
            join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
            where t.firm_id = :firm and (t.debit = 'suspense' or t.credit = 'suspense')
        ),
        item as (
            select
                k.entry_id as item_id, k.client_id, k.currency, k.dispute_id, b.minor,
                coalesce(d.invoice_id, k.invoice_id, a.invoice_id) as invoice_id,
                case when k.kind = 'payment_received' then k.entry_id else coalesce(d.payment_id, k.of_entry_id) end as payment_id
            from (
                select item_id, sum(minor)::bigint as minor
                from moved
                group by item_id
            ) b
            join journal_entry k on k.firm_id = :firm and k.entry_id = b.item_id
            left join dispute d on d.firm_id = :firm and d.dispute_id = k.dispute_id
            left join payment_attempt_event v on v.firm_id = :firm and v.entry_id = k.entry_id
            left join payment_attempt a on a.firm_id = :firm and a.attempt_id = v.attempt_id
        )
        """;

    /** An item: its entry, its balance, and what it is about. */
    record Found(UUID item, Money balance, SuspenseItem.Subject of) {

        private static Found read(Row row) throws SQLException {
            UUID invoice = row.maybeUuid("invoice_id");
            UUID payment = row.maybeUuid("payment_id");
            UUID dispute = row.maybeUuid("dispute_id");
            return new Found(
                    row.uuid("item_id"),
                    row.money("minor", row.currency("currency")),
                    new SuspenseItem.Subject(
                            invoice == null ? null : new InvoiceId(invoice),
                            payment == null ? null : new JournalEntryId(payment),
                            dispute == null ? null : new DisputeId(dispute)));
        }
    }

    List<Found> page(FirmId firm, SuspenseFilter filter, int limit) {
        return statements.rows(
                ITEMS + """
                    select item_id, currency, minor, invoice_id, payment_id, dispute_id
                    from item
                    where item_id < :before
                        and (:item::uuid is null or item_id = :item)
                        and (:client::uuid is null or client_id = :client)
                        and (:invoice::uuid is null or invoice_id = :invoice)
                        and (:open::bool is null or :open = (minor <> 0))
                    order by item_id desc
                    limit :limit
                    """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .id("item", filter.item())
                        .id("client", filter.client())
                        .id("invoice", filter.invoice())
                        .flag("open", filter.open())
                        .integer("limit", limit),
                Found::read);
    }

    /** What of a payment is missing; all of it where that is in another currency. */
    Money missing(FirmId firm, JournalEntry payment) {
        CurrencyUnit currency = payment.amount().getCurrencyUnit();
        return statements
                .row(
                        ITEMS + """
                            select coalesce(sum(case when currency = :currency then minor else :paid end), 0)::bigint as minor
                            from item
                            where payment_id = :payment and minor > 0
                            """,
                        Parameters.of(firm)
                                .id("payment", payment.id())
                                .text("currency", currency.getCode())
                                .bigint("paid", payment.amount().getAmountMinorLong()),
                        row -> row.money("minor", currency))
                .orElseThrow();
    }

    /** Of those of the invoices with money in suspense, what is missing of their payments, in minor units. */
    Map<UUID, Long> open(FirmId firm, Collection<UUID> invoices) {
        Map<UUID, Long> open = new HashMap<>();
        statements
                .rows(
                        ITEMS + """
                            select
                                i.invoice_id,
                                coalesce(sum(case when i.currency = p.currency then i.minor else p.amount_minor end) filter (
                                    where i.minor > 0 and p.currency = v.currency), 0)::bigint as minor
                            from item i
                            join invoice v on v.firm_id = :firm and v.invoice_id = i.invoice_id
                            left join journal_entry p on p.firm_id = :firm and p.entry_id = i.payment_id
                            where i.invoice_id = any(:invoices) and i.minor <> 0
                            group by i.invoice_id
                            """,
                        Parameters.of(firm).uuids("invoices", invoices),
                        row -> Map.entry(row.uuid("invoice_id"), row.bigint("minor")))
                .forEach(one -> open.put(one.getKey(), one.getValue()));
        return open;
    }
}
