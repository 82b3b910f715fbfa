package feewright.jdbc.ledger;

import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.DisputeId;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.ledger.Transfer;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Keeps the journal. Every balance is moved by what its transfers add up to, in the order of the ids, as every lock is. */
public final class JdbcLedger implements Ledger {

    private final Statements statements;
    private final InvoiceAccountRows accounts;
    private final Balances balances;
    private final SuspenseRows suspense;

    public JdbcLedger(Statements statements) {
        this.statements = statements;
        this.accounts = new InvoiceAccountRows(statements);
        this.balances = new Balances(statements);
        this.suspense = new SuspenseRows(statements);
    }

    @Override
    public Optional<InvoiceAccount> lock(FirmId firm, InvoiceId invoice) {
        hold(firm, List.of(invoice));
        return read(firm, List.of(invoice)).stream().findFirst();
    }

    @Override
    public void hold(FirmId firm, Collection<InvoiceId> invoices) {
        statements.rows(
                """
                select invoice_id
                from receivable
                where firm_id = :firm and invoice_id = any(:invoices)
                order by invoice_id
                for update
                """,
                Parameters.of(firm)
                        .uuids(
                                "invoices",
                                invoices.stream().map(InvoiceId::value).toList()),
                row -> row.uuid("invoice_id"));
    }

    @Override
    public List<InvoiceAccount> read(FirmId firm, Collection<InvoiceId> invoices) {
        return accounts.read(firm, invoices.stream().map(InvoiceId::value).toList());
    }

    @Override
    public Map<InvoiceId, LocalDate> paidOn(FirmId firm, Collection<InvoiceId> invoices) {
        return new PaidInvoices(statements).days(firm, invoices);
    }

    @Override
    public List<InvoiceAccount> accounts(FirmId firm, AccountFilter filter, int limit) {
        return accounts.page(firm, filter, limit);
    }

    @Override
    public void issued(FirmId firm, List<Invoice> invoices) {
        if (invoices.isEmpty()) {
            return;
        }
        List<Invoice.Head> heads = invoices.stream().map(Invoice::head).toList();
        statements.change(
                """
                insert into receivable (firm_id, invoice_id, client_id, currency, due_date, owed_minor)
                select :firm, invoice_id, client_id, currency, due_date, owed_minor
                from unnest(
                    :opened::uuid[], :opened_clients::uuid[], :opened_currencies::text[], :due_dates::date[],
                    :totals::int8[]) as t (invoice_id, client_id, currency, due_date, owed_minor)
                """,
                Parameters.of(firm)
                        .rows(heads)
                        .uuid("opened", head -> head.id().value())
                        .uuid("opened_clients", head -> head.parties().client().value())
                        .text("opened_currencies", head -> head.currency().getCode())
                        .date("due_dates", head -> head.dates().due())
                        .bigint("totals", head -> Parameters.minor(head.totals().total()))
                        .parameters());
        move(
                firm,
                invoices.stream()
                        .flatMap(invoice -> TransferRow.of(invoice).stream())
                        .toList());
    }

    @Override
    public void post(FirmId firm, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<TransferRow> transfers = entries.stream()
                .flatMap(entry -> TransferRow.of(entry).stream())
                .toList();
        statements.change(
                """
                insert into journal_entry (
                    firm_id, entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, grant_id, of_entry_id,
                    dispute_id, suspense_id, method, automatic, series, number, by_hand, recorded_by, recorded_at, decision_id)
                select
                    :firm, entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, grant_id, of_entry_id,
                    dispute_id, suspense_id, method, automatic, series, number, by_hand, recorded_by, recorded_at, decision_id
                from unnest(
                    :ids::uuid[], :kinds::text[], :entry_clients::uuid[], :entry_currencies::text[], :entry_amounts::int8[],
                    :entry_days::date[], :entry_invoices::uuid[], :entry_grants::uuid[], :of_entries::uuid[],
                    :entry_disputes::uuid[], :entry_items::uuid[], :methods::text[], :automatics::bool[], :series::text[], :entry_numbers::int8[], :by_hands::bool[], :recorders::uuid[],
                    :entry_instants::timestamptz[], :decisions::uuid[])
                    as t (
                        entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, grant_id, of_entry_id,
                        dispute_id, suspense_id, method, automatic, series, number, by_hand, recorded_by, recorded_at, decision_id)
                """,
                entries(
                        Parameters.of(firm),
                        entries.stream().map(JournalEntryRow::of).toList()));
        balances.move(firm, transfers);
        move(firm, transfers);
    }

    private void move(FirmId firm, List<TransferRow> transfers) {
        statements.change("""
            insert into transfer (
                firm_id, source_id, transfer_no, client_id, currency, debit, credit, amount_minor, invoice_id, grant_id,
                entry_id, booked_on, recorded_at)
            select
                :firm, source_id, transfer_no, client_id, currency, debit, credit, amount_minor, invoice_id, grant_id,
                entry_id, booked_on, recorded_at
            from unnest(
                :sources::uuid[], :numbers::int4[], :clients::uuid[], :currencies::text[], :debits::text[],
                :credits::text[], :amounts::int8[], :invoices::uuid[], :grants::uuid[], :entries::uuid[],
                :days::date[], :instants::timestamptz[])
                as t (
                    source_id, transfer_no, client_id, currency, debit, credit, amount_minor, invoice_id, grant_id,
                    entry_id, booked_on, recorded_at)
            """, TransferRow.parameters(firm, transfers));
    }

    private static Parameters entries(Parameters parameters, List<JournalEntryRow> rows) {
        return parameters
                .rows(rows)
                .uuid("ids", row -> row.entry().id().value())
                .text("kinds", row -> row.kind().code())
                .uuid("entry_clients", row -> row.entry().of().client().value())
                .text(
                        "entry_currencies",
                        row -> row.entry().amount().getCurrencyUnit().getCode())
                .bigint("entry_amounts", row -> Parameters.minor(row.entry().amount()))
                .date("entry_days", row -> row.entry().on())
                .uuid("entry_invoices", row -> row.of().invoice())
                .uuid("entry_grants", row -> row.of().grant())
                .uuid("of_entries", row -> row.of().entry())
                .uuid("entry_disputes", row -> row.of().dispute())
                .uuid("entry_items", row -> row.of().suspense())
                .text("methods", row -> row.told().method())
                .flag("automatics", row -> row.told().automatic())
                .text("series", row -> row.told().series())
                .bigint("entry_numbers", row -> row.told().number())
                .flag("by_hands", row -> row.told().byHand())
                .uuid("recorders", row -> row.entry().recorded().by().value())
                .instant("entry_instants", row -> row.entry().recorded().at())
                .uuid("decisions", row -> row.entry().recorded().decision().value())
                .parameters();
    }

    @Override
    public Optional<JournalEntry> find(FirmId firm, JournalEntryId entry) {
        return entries(firm, List.of(entry.value())).stream().findFirst();
    }

    @Override
    public List<JournalEntry> page(FirmId firm, EntryFilter filter, int limit) {
        EntryKind kind = filter.kind();
        return entries(
                firm,
                statements.rows(
                        """
                        select entry_id
                        from journal_entry
                        where firm_id = :firm
                            and entry_id < :before
                            and (:kind::text is null or kind = :kind)
                            and (:client::uuid is null or client_id = :client)
                            and (:invoice::uuid is null or invoice_id = :invoice)
                            and (:grant::uuid is null or entry_id in (
                                select t.source_id
                                from transfer t
                                where t.firm_id = :firm and t.grant_id = :grant))
                        order by entry_id desc
                        limit :limit
                        """,
                        Parameters.of(firm)
                                .uuid("before", Pages.before(filter.before()))
                                .text("kind", kind == null ? null : kind.code())
                                .id("client", filter.client())
                                .id("invoice", filter.invoice())
                                .id("grant", filter.grant())
                                .integer("limit", limit),
                        row -> row.uuid("entry_id")));
    }

    /** Newest first, as pages are. */
    private List<JournalEntry> entries(FirmId firm, Collection<UUID> ids) {
        Map<UUID, List<Transfer>> transfers = new HashMap<>();
        List<JournalEntry> entries = new ArrayList<>();
        statements.results(
                """
                select source_id, currency, debit, credit, amount_minor, invoice_id, grant_id
                from transfer
                where firm_id = :firm and source_id = any(:ids) and entry_id is not null
                order by source_id, transfer_no;

                select
                    entry_id, kind, client_id, currency, amount_minor, booked_on, invoice_id, grant_id, of_entry_id,
                    dispute_id, suspense_id, method, automatic, series, number, by_hand, recorded_by, recorded_at, decision_id
                from journal_entry
                where firm_id = :firm and entry_id = any(:ids)
                order by entry_id desc
                """,
                Parameters.of(firm).uuids("ids", ids),
                List.of(
                        row -> transfers
                                .computeIfAbsent(row.uuid("source_id"), _ -> new ArrayList<>())
                                .add(TransferRow.read(row, row.currency("currency"))),
                        row -> entries.add(JournalEntryRow.read(
                                firm, row, transfers.getOrDefault(row.uuid("entry_id"), List.of())))));
        return entries;
    }

    @Override
    public Money refunded(FirmId firm, JournalEntry payment) {
        return statements
                .row(
                        """
                        select
                            coalesce(sum(case when kind = 'refund_failed' then -amount_minor else amount_minor end), 0)::bigint
                                as minor
                        from journal_entry
                        where firm_id = :firm and of_entry_id = :payment and kind in (
                            'payment_refunded', 'payment_returned', 'payment_reversed', 'refund_failed', 'credit_refunded')
                        """,
                        Parameters.of(firm).uuid("payment", payment.id().value()),
                        row -> row.money("minor", payment.amount().getCurrencyUnit()))
                .orElseThrow();
    }

    @Override
    public Money holds(FirmId firm, JournalEntry payment) {
        return new Holdings(statements).of(firm, payment);
    }

    @Override
    public Money borne(FirmId firm, JournalEntry payment) {
        return statements
                .row(
                        """
                        select
                            coalesce(sum(case
                                when t.debit = 'chargeback_loss' then t.amount_minor
                                when t.credit = 'chargeback_loss' then -t.amount_minor
                            end), 0)::bigint as minor
                        from journal_entry e
                        join transfer t on t.firm_id = :firm and t.source_id = e.entry_id
                        where e.firm_id = :firm and e.of_entry_id = :payment and e.dispute_id is null
                        """,
                        Parameters.of(firm).uuid("payment", payment.id().value()),
                        row -> row.money("minor", payment.amount().getCurrencyUnit()))
                .orElseThrow();
    }

    @Override
    public boolean isReversed(FirmId firm, JournalEntryId payment) {
        return statements
                .row("""
                    select entry_id
                    from journal_entry
                    where firm_id = :firm and of_entry_id = :payment and kind = 'payment_reversed'
                    """, Parameters.of(firm).id("payment", payment), row -> row.uuid("entry_id"))
                .isPresent();
    }

    /** The lock is on what is asked for, as nothing is there yet that could be locked; it is let go with the transaction. */
    @Override
    public List<JournalEntryId> payments(FirmId firm, Money amount, LocalDate on) {
        Parameters parameters = Parameters.of(firm)
                .text("currency", amount.getCurrencyUnit().getCode())
                .bigint("amount", Parameters.minor(amount))
                .date("day", on);
        statements.rows("""
            select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', :firm, :currency, :amount, :day), 0)) is null as nothing
            """, parameters, row -> row.flag("nothing"));
        return statements.rows("""
            select p.entry_id
            from journal_entry p
            where p.firm_id = :firm and p.kind = 'payment_received' and p.method <> 'processor' and p.booked_on = :day
                and p.amount_minor = :amount and p.currency = :currency
                and not exists (
                    select
                    from journal_entry r
                    where r.firm_id = :firm and r.of_entry_id = p.entry_id and r.kind = 'payment_reversed')
            order by p.entry_id
            """, parameters, row -> new JournalEntryId(row.uuid("entry_id")));
    }

    @Override
    public Map<GrantId, Map<InvoiceId, Money>> drawn(FirmId firm, Collection<GrantId> grants) {
        Map<GrantId, Map<InvoiceId, Money>> drawn = new HashMap<>();
        if (!grants.isEmpty()) {
            statements.rows(
                    """
                    select
                        grant_id, invoice_id, currency,
                        sum(case when debit = 'client_credit' then amount_minor else -amount_minor end)::bigint as minor
                    from transfer
                    where firm_id = :firm and grant_id = any(:grants) and invoice_id is not null
                    group by grant_id, invoice_id, currency
                    having sum(case when debit = 'client_credit' then amount_minor else -amount_minor end) > 0
                    """,
                    Parameters.of(firm)
                            .uuids("grants", grants.stream().map(GrantId::value).toList()),
                    row -> drawn.computeIfAbsent(new GrantId(row.uuid("grant_id")), _ -> new HashMap<>())
                            .put(new InvoiceId(row.uuid("invoice_id")), row.money("minor", row.currency("currency"))));
        }
        return drawn;
    }

    @Override
    public List<JournalEntry> disputed(FirmId firm, Collection<DisputeId> disputes) {
        if (disputes.isEmpty()) {
            return List.of();
        }
        return entries(
                        firm,
                        statements.rows(
                                """
                                select entry_id
                                from journal_entry
                                where firm_id = :firm and dispute_id = any(:disputes) and kind <> 'invoice_written_off'
                                """,
                                Parameters.of(firm)
                                        .uuids(
                                                "disputes",
                                                disputes.stream()
                                                        .map(DisputeId::value)
                                                        .toList()),
                                row -> row.uuid("entry_id")))
                .reversed();
    }

    @Override
    public List<SuspenseItem> suspense(FirmId firm, SuspenseFilter filter, int limit) {
        List<SuspenseRows.Found> found = suspense.page(firm, filter, limit);
        Map<UUID, JournalEntry> known = new HashMap<>();
        entries(firm, found.stream().map(SuspenseRows.Found::item).toList())
                .forEach(entry -> known.put(entry.id().value(), entry));
        return found.stream()
                .map(one -> new SuspenseItem(Objects.requireNonNull(known.get(one.item())), one.balance(), one.of()))
                .toList();
    }

    @Override
    public Money contested(FirmId firm, JournalEntry payment) {
        return disputed(firm, payment).plus(suspense.missing(firm, payment));
    }

    private Money disputed(FirmId firm, JournalEntry payment) {
        CurrencyUnit currency = payment.amount().getCurrencyUnit();
        return statements
                .row(
                        """
                        select
                            coalesce(sum(greatest(
                                case when withdrawn_minor > 0 then
                                    case when currency = :currency then withdrawn_minor else :paid end
                                end,
                                case when state in ('needs_response', 'under_review', 'reopened', 'lost') then
                                    case when claimed_currency = :currency then claimed_minor else :paid end
                                end, 0)), 0)::bigint as minor
                        from dispute_summary
                        where firm_id = :firm and payment_id = :payment
                        """,
                        Parameters.of(firm)
                                .id("payment", payment.id())
                                .text("currency", currency.getCode())
                                .bigint("paid", payment.amount().getAmountMinorLong()),
                        row -> row.money("minor", currency))
                .orElseThrow();
    }
}
