package feewright.api.ledger.model;

import feewright.credit.CreditBalance;
import feewright.credit.CreditReview;
import feewright.credit.Credits;
import feewright.fixture.Office;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.InvoiceDisputes;
import feewright.ledger.Ledger;
import feewright.ledger.PaymentStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The books of a firm as the database has them, in the words of the model; partly by SQL past the engine, partly by its ports. */
public record LedgerBooks(Office office, Connection connection) {

    private static final int ALL = 100_000;

    /** All that the model says, too. */
    public Map<String, String> read(LocalDate today) throws SQLException {
        Map<String, String> books = sql("""
            select 'account ' || code || ' ' || currency, sum(minor)::text
            from (
                select debit as code, currency, amount_minor as minor from transfer where firm_id = '{firm}'
                union all
                select credit, currency, -amount_minor from transfer where firm_id = '{firm}'
            ) t
            where code not in ('receivable', 'client_credit')
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
            union all
            select 'attempt ' || a.invoice_id || '#' || a.number, (
                select e.kind
                from payment_attempt_event e
                where e.firm_id = '{firm}' and e.attempt_id = a.attempt_id and e.applied
                order by e.number desc
                limit 1) || ' ' || a.amount_minor
            from payment_attempt a
            where a.firm_id = '{firm}'
            union all
            select
                'refund ' || case
                    when r.elsewhere then (
                        select min(e.reference) from refund_event e where e.firm_id = '{firm}' and e.refund_id = r.refund_id)
                    else r.refund_id::text
                end,
                coalesce((
                    select e.state
                    from refund_event e
                    where e.firm_id = '{firm}' and e.refund_id = r.refund_id and e.applied
                    order by e.number desc
                    limit 1), 'requested') || ' ' || r.amount_minor || ' of ' || r.payment_id
            from refund r
            where r.firm_id = '{firm}'
            union all
            select 'planned ' || invoice_id, case when why = 'refused' then why else step end
            from collection_cursor
            where firm_id = '{firm}' and (step <> 'nothing' or why = 'refused')
            union all
            select
                'dispute ' || d.reference,
                concat(
                    coalesce(c.state, 'untold'), ', withdrawn ', c.withdrawn_minor, ', fees ', c.fees_minor, ', lost ',
                    c.charged_back_minor, ' of ', d.payment_id)
            from dispute d
            join dispute_summary c on c.firm_id = '{firm}' and c.dispute_id = d.dispute_id
            where d.firm_id = '{firm}'
            union all
            select 'told ' || d.reference || '/' || e.name, case
                when (
                    select s.applied
                    from dispute_event_judgement s
                    where s.firm_id = '{firm}' and s.dispute_id = e.dispute_id and s.number = e.number
                    order by s.standing_no desc
                    limit 1) then 'counts'
                else 'counts for nothing'
            end
            from dispute d
            join dispute_event e on e.firm_id = '{firm}' and e.dispute_id = d.dispute_id
            where d.firm_id = '{firm}'
            """);
        Set<String> disputed = sql("select invoice_id::text, '' from dispute where firm_id = '{firm}' group by 1")
                .keySet();
        office.ports.transactions().reading(office.admin, () -> {
            accounts().forEach(account -> {
                tell(account, today, books);
                if (disputed.contains(account.invoice().toString())) {
                    books.put("contested " + account.invoice(), contested(account.contested()));
                }
            });
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

    private List<CreditBalance> credits() {
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

    private static String contested(InvoiceDisputes over) {
        return "open %b, lost %b, claimed %d, charged back %d, loss %d, withheld %d"
                .formatted(
                        over.open(),
                        over.lost(),
                        over.claimed().getAmountMinorLong(),
                        over.chargedBack().getAmountMinorLong(),
                        over.loss().getAmountMinorLong(),
                        over.withheld().getAmountMinorLong());
    }

    private static void tell(CreditBalance credit, Map<String, String> books) {
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
    public Map<String, String> lists(LocalDate today) {
        Map<String, String> lists = new TreeMap<>();
        office.ports.transactions().reading(office.admin, () -> {
            for (PaymentStatus settlement : PaymentStatus.values()) {
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
    public Map<String, String> facts() throws SQLException {
        return sql("""
            select 'invoice ' || invoice_id, '' from invoice where firm_id = '{firm}'
            union all
            select 'entry ' || entry_id, kind from journal_entry where firm_id = '{firm}'
            union all
            select 'grant ' || grant_id, coalesce(origin_id::text, '') from credit_grant where firm_id = '{firm}'
            union all
            select 'review ' || grant_id, outcome from credit_review where firm_id = '{firm}'
            union all
            select 'attempt ' || attempt_id, '' from payment_attempt where firm_id = '{firm}'
            union all
            select 'said of attempt ' || attempt_id || '/' || number, '' from payment_attempt_event where firm_id = '{firm}'
            union all
            select 'refund ' || refund_id, '' from refund where firm_id = '{firm}'
            union all
            select 'said of refund ' || refund_id || '/' || number, '' from refund_event where firm_id = '{firm}'
            union all
            select 'told ' || dispute_id || '/' || number, '' from dispute_event where firm_id = '{firm}'
            """);
    }

    /** The entry that an event made by moving money of an attempt or a refund; empty if it made none. */
    public Set<String> madeBy(String event) throws SQLException {
        return sql("""
            select entry_id::text, ''
            from payment_attempt_event
            where firm_id = '{firm}' and source_id = '%1$s' and entry_id is not null
            union all
            select entry_id::text, ''
            from refund_event
            where firm_id = '{firm}' and source_id = '%1$s' and entry_id is not null
            """.formatted(event)).keySet();
    }

    /** The entry that the latest word of an attempt made. */
    public Set<String> madeBy(UUID invoice, int number) throws SQLException {
        return sql("""
            select l.entry_id::text, ''
            from payment_attempt a
            cross join lateral (
                select e.entry_id
                from payment_attempt_event e
                where e.firm_id = '{firm}' and e.attempt_id = a.attempt_id
                order by e.number desc
                limit 1) l
            where a.firm_id = '{firm}' and a.invoice_id = '%s' and a.number = %d and l.entry_id is not null
            """.formatted(invoice, number)).keySet();
    }

    /** What followed from an event by itself: grants of money that was charged back, and the refund of a second success, the first. */
    public Map<String, String> followed(String event, String entry) throws SQLException {
        return sql("""
            select 'grant of ' || d.reference, g.grant_id::text
            from journal_entry j
            join dispute d on d.firm_id = '{firm}' and d.dispute_id = j.dispute_id
            join credit_grant g on g.firm_id = '{firm}' and g.origin_id = j.entry_id
            where j.firm_id = '{firm}' and j.kind = 'chargeback_reversed' and j.decision_id in (
                select s.decision_id
                from dispute_event e
                join dispute x on x.firm_id = '{firm}' and x.dispute_id = e.dispute_id
                join dispute_event_judgement s
                    on s.firm_id = '{firm}' and s.dispute_id = e.dispute_id and s.number = e.number and s.standing_no = 1
                where e.firm_id = '{firm}' and x.reference || '/' || e.name = '%1$s'
                union all
                select decision_id from payment_attempt_event where firm_id = '{firm}' and source_id = '%1$s')
            union all
            (select 'refund', refund_id::text
            from refund
            where firm_id = '{firm}' and not elsewhere and payment_id::text = '%2$s'
            order by refund_id
            limit 1)
            """.formatted(event, entry));
    }

    /** The first automatic application to an invoice: that of its issue, if there was one. */
    public Map<String, String> applications() throws SQLException {
        return sql("""
            select invoice_id::text, min(entry_id::text)
            from journal_entry
            where firm_id = '{firm}' and kind = 'credit_applied' and automatic
            group by invoice_id
            """);
    }

    /** A hash of all that an invoice was issued with: its row, its lines, their time and their words. */
    public Map<String, String> documents() throws SQLException {
        return sql("""
            select i.invoice_id::text, md5(concat_ws('|',
                i::text,
                (select string_agg(l::text, '|' order by l.line_no)
                    from invoice_line l where l.firm_id = i.firm_id and l.invoice_id = i.invoice_id),
                (select string_agg(t::text, '|' order by t.entry_id)
                    from invoice_line_time t where t.firm_id = i.firm_id and t.invoice_id = i.invoice_id),
                (select string_agg(c::text, '|' order by c.field)
                    from customer_text c where c.firm_id = i.firm_id and c.subject_id = i.invoice_id)))
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
