package feewright.api;

import feewright.credit.CreditReview;
import feewright.credit.CreditStanding;
import feewright.credit.Credits;
import feewright.fixture.Office;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.Ledger;
import feewright.receivable.Settlement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The books of a firm as the database has them, in the words of the model; partly by SQL past the engine, partly by its ports. */
record LedgerBooks(Office office, Connection connection) {

    private static final int ALL = 100_000;

    /** All that the model says, too. */
    Map<String, String> read(LocalDate today) throws SQLException {
        Map<String, String> books = sql("""
            select 'account ' || code || ' ' || currency, sum(minor)::text
            from (
                select debit as code, currency, amount_minor as minor from transfer where firm_id = '{firm}'
                union all
                select credit, currency, -amount_minor from transfer where firm_id = '{firm}'
            ) t
            where code not in ('receivable', 'client-credit')
            group by code, currency
            having sum(minor) <> 0
            union all
            select 'owed ' || invoice_id, currency || ' ' || owed_minor from receivable where firm_id = '{firm}'
            union all
            select 'line ' || l.invoice_id || ' ' || l.line_no, l.category || ' ' || l.amount_minor || ' [' || coalesce((
                select string_agg(t.entry_id::text, ', ' order by t.worked_on, t.entry_id)
                from invoice_line_time t
                where t.firm_id = '{firm}' and t.invoice_id = l.invoice_id and t.line_no = l.line_no), '') || ']'
            from invoice_line l
            where l.firm_id = '{firm}'
            union all
            select 'time ' || h.entry_id, concat(h.state, ' by ' || c.invoice_id)
            from time_entry h
            left join time_claim c on c.firm_id = '{firm}' and c.entry_id = h.entry_id
            where h.firm_id = '{firm}'
            union all
            select 'period ' || engagement_id || ' ' || period_start, invoice_id::text
            from period_claim
            where firm_id = '{firm}'
            union all
            select 'note ' || e.entry_id, e.series || ' ' || e.number || ' of ' || e.invoice_id || ' ' || e.amount_minor || ' {' || (
                select string_agg(l.line_no || '=' || l.amount_minor, ', ' order by l.line_no)
                from credit_note_line l
                where l.firm_id = '{firm}' and l.entry_id = e.entry_id) || '}'
            from journal_entry e
            where e.firm_id = '{firm}' and e.kind = 'invoice_credited'
            """);
        office.ports.transactions().reading(office.admin, () -> {
            accounts().forEach(account -> tell(account, today, books));
            credits().forEach(credit -> tell(credit, books));
            return null;
        });
        return books;
    }

    private List<InvoiceAccount> accounts() {
        List<InvoiceId> ids = office
                .ports
                .invoices()
                .page(office.firm, new Invoices.InvoiceFilter(null, null, null, null, null), ALL)
                .stream()
                .map(head -> head.id())
                .toList();
        return office.ports.ledger().read(office.firm, ids);
    }

    private List<CreditStanding> credits() {
        return office.ports.credits().page(office.firm, new Credits.CreditFilter(null, null, null), ALL);
    }

    private static void tell(InvoiceAccount account, LocalDate today, Map<String, String> books) {
        Map<UUID, Long> drawn = new TreeMap<>();
        account.drawn().forEach((grant, part) -> drawn.put(grant.value(), part.getAmountMinorLong()));
        books.put(
                "invoice " + account.invoice(),
                "INV %d, total %d, received %d, credited %d, written off %d, drawn %s"
                        .formatted(
                                account.head().number().sequence(),
                                account.head().totals().total().getAmountMinorLong(),
                                account.received().getAmountMinorLong(),
                                account.credited().getAmountMinorLong(),
                                account.writtenOff().getAmountMinorLong(),
                                drawn));
        books.merge(
                "owed " + account.invoice(),
                account.head().currency() + " " + account.owed().getAmountMinorLong(),
                (kept, derived) -> kept.equals(derived) ? kept : "kept " + kept + ", derived " + derived);
        books.put("settlement " + account.invoice(), account.settlement(today).name());
    }

    private static void tell(CreditStanding credit, Map<String, String> books) {
        String review = switch (credit.review()) {
            case CreditReview.NotNeeded _ -> "none";
            case CreditReview.Waiting _ -> "waiting";
            case CreditReview.Approved _ -> "approved";
            case CreditReview.Rejected _ -> "rejected";
        };
        books.put(
                "credit " + credit.id(),
                "%s of %s, %s %d, left %d, review %s"
                        .formatted(
                                credit.grant().source(),
                                credit.grant().of().client(),
                                credit.grant().amount().getCurrencyUnit(),
                                credit.grant().amount().getAmountMinorLong(),
                                credit.remaining().getAmountMinorLong(),
                                review));
    }

    /** How each invoice stands by the lists, which ask the database and not the account. */
    Map<String, String> lists(LocalDate today) {
        Map<String, String> lists = new TreeMap<>();
        office.ports.transactions().reading(office.admin, () -> {
            for (Settlement settlement : Settlement.values()) {
                Ledger.AccountFilter filter = new Ledger.AccountFilter(
                        new Invoices.InvoiceFilter(null, null, null, null, null), settlement, today);
                office.ports
                        .ledger()
                        .accounts(office.firm, filter, ALL)
                        .forEach(account -> lists.merge(
                                "settlement " + account.invoice(), settlement.name(), (one, other) -> one + other));
            }
            return null;
        });
        return lists;
    }

    /** Everything that anybody could have added, by id; whose difference is what happened. */
    Map<String, String> facts() throws SQLException {
        return sql("""
            select 'invoice ' || invoice_id, '' from invoice where firm_id = '{firm}'
            union all
            select 'entry ' || entry_id, kind from journal_entry where firm_id = '{firm}'
            union all
            select 'grant ' || grant_id, coalesce(origin_id::text, '') from credit_grant where firm_id = '{firm}'
            union all
            select 'review ' || grant_id, outcome from credit_review where firm_id = '{firm}'
            """);
    }

    /** The automatic application to an invoice. */
    Map<String, String> applications() throws SQLException {
        return sql("""
            select invoice_id::text, entry_id::text
            from journal_entry
            where firm_id = '{firm}' and kind = 'credit_applied' and automatic
            """);
    }

    /** A hash of all that an invoice was issued with: its row, its lines, their time and their words. */
    Map<String, String> documents() throws SQLException {
        return sql("""
            select i.invoice_id::text, md5(concat_ws('|',
                i::text,
                (select string_agg(l::text, '|' order by l.line_no)
                    from invoice_line l where l.firm_id = i.firm_id and l.invoice_id = i.invoice_id),
                (select string_agg(t::text, '|' order by t.entry_id)
                    from invoice_line_time t where t.firm_id = i.firm_id and t.invoice_id = i.invoice_id),
                (select string_agg(c::text, '|' order by c.field)
                    from content c where c.firm_id = i.firm_id and c.subject_id = i.invoice_id)))
            from invoice i
            where i.firm_id = '{firm}'
            """);
    }

    private Map<String, String> sql(String query) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        query.replace("{firm}", office.firm.toString().toLowerCase(Locale.ROOT)))) {
            while (rows.next()) {
                found.merge(rows.getString(1), rows.getString(2), (one, other) -> one + " and " + other);
            }
        }
        return found;
    }
}
