package feewright.jdbc.credit;

import feewright.credit.CreditNote;
import feewright.credit.CreditNotes;
import feewright.invoice.Category;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.time.TimeEntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Keeps the lines of credit notes; their entries are the ledger's. */
public final class JdbcCreditNotes implements CreditNotes {

    private final Statements statements;
    private final Ledger ledger;

    public JdbcCreditNotes(Statements statements, Ledger ledger) {
        this.statements = statements;
        this.ledger = ledger;
    }

    /** A time entry of a note, with its line. */
    private record TimeOfLine(int line, CreditNote.Time time) {}

    @Override
    public void add(CreditNote note, InvoiceId invoice) {
        List<TimeOfLine> time = note.lines().stream()
                .flatMap(line -> line.time().stream().map(one -> new TimeOfLine(line.number(), one)))
                .toList();
        List<TimeOfLine> released =
                time.stream().filter(one -> one.time().released()).toList();
        List<Integer> counts = statements.changes(
                """
                insert into credit_note_line (
                    firm_id, entry_id, invoice_id, line_no, category, amount_minor, released, minutes)
                select :firm, :note, :invoice, line_no, category, amount_minor, released, minutes
                from unnest(
                        :lines::int4[], :categories::text[], :amounts::int8[], :lines_released::bool[], :minutes::int8[])
                    as t (line_no, category, amount_minor, released, minutes);
                insert into credit_note_time (
                    firm_id, invoice_id, time_entry_id, entry_id, line_no, amount_minor, released)
                select :firm, :invoice, time_entry_id, :note, line_no, amount_minor, released
                from unnest(:time_lines::int4[], :time_entries::uuid[], :time_amounts::int8[], :released::bool[])
                    as t (line_no, time_entry_id, amount_minor, released)
                order by time_entry_id;
                delete from time_claim
                where firm_id = :firm and invoice_id = :invoice and entry_id = any(:open);
                update time_entry
                set state = 'approved'
                where firm_id = :firm and entry_id = any(:open) and state = 'billed'
                """,
                Parameters.of(note.entry().of().firm())
                        .id("note", note.entry().id())
                        .id("invoice", invoice)
                        .uuids(
                                "open",
                                released.stream()
                                        .map(one -> one.time().entry().value())
                                        .toList())
                        .rows(note.lines())
                        .integer("lines", CreditNote.Line::number)
                        .text("categories", line -> line.category().code())
                        .bigint("amounts", line -> Parameters.minor(line.amount()))
                        .flag("lines_released", CreditNote.Line::released)
                        .bigint("minutes", CreditNote.Line::minutes)
                        .parameters()
                        .rows(time)
                        .integer("time_lines", TimeOfLine::line)
                        .uuid("time_entries", one -> one.time().entry().value())
                        .bigint(
                                "time_amounts",
                                one -> Parameters.minor(one.time().amount()))
                        .flag("released", one -> one.time().released())
                        .parameters());
        if (counts.get(2) != released.size() || counts.get(3) != released.size()) {
            throw new ConcurrentChange("time-changed");
        }
    }

    @Override
    public Optional<CreditNote> find(FirmId firm, JournalEntryId note) {
        return ledger.find(firm, note)
                .filter(entry -> Ledger.EntryKind.of(entry.cause()) == Ledger.EntryKind.INVOICE_CREDITED)
                .map(entry -> notes(firm, List.of(entry)).getFirst());
    }

    @Override
    public List<CreditNote> page(FirmId firm, NoteFilter filter, int limit) {
        return notes(
                firm,
                ledger.page(
                        firm,
                        new Ledger.EntryFilter(
                                filter.before(),
                                Ledger.EntryKind.INVOICE_CREDITED,
                                filter.client(),
                                filter.invoice(),
                                null),
                        limit));
    }

    private List<CreditNote> notes(FirmId firm, List<JournalEntry> entries) {
        Map<UUID, CurrencyUnit> currencies = new HashMap<>();
        entries.forEach(
                entry -> currencies.put(entry.id().value(), entry.amount().getCurrencyUnit()));
        Map<String, List<CreditNote.Time>> time = new HashMap<>();
        Map<UUID, List<CreditNote.Line>> lines = new HashMap<>();
        statements.results(
                """
                select entry_id, line_no, time_entry_id, amount_minor, released
                from credit_note_time
                where firm_id = :firm and entry_id = any(:notes)
                order by entry_id, line_no, time_entry_id;

                select entry_id, line_no, category, amount_minor, released, minutes
                from credit_note_line
                where firm_id = :firm and entry_id = any(:notes)
                order by entry_id, line_no
                """,
                Parameters.of(firm).uuids("notes", currencies.keySet()),
                List.of(
                        row -> time.computeIfAbsent(
                                        row.uuid("entry_id") + "/" + row.integer("line_no"), _ -> new ArrayList<>())
                                .add(new CreditNote.Time(
                                        new TimeEntryId(row.uuid("time_entry_id")),
                                        row.money("amount_minor", currency(currencies, row.uuid("entry_id"))),
                                        row.flag("released"))),
                        row -> lines.computeIfAbsent(row.uuid("entry_id"), _ -> new ArrayList<>())
                                .add(new CreditNote.Line(
                                        row.integer("line_no"),
                                        row.constant(Category.class, "category"),
                                        row.money("amount_minor", currency(currencies, row.uuid("entry_id"))),
                                        time.getOrDefault(
                                                row.uuid("entry_id") + "/" + row.integer("line_no"), List.of()),
                                        row.flag("released"),
                                        row.bigint("minutes")))));
        return entries.stream()
                .map(entry ->
                        new CreditNote(entry, lines.getOrDefault(entry.id().value(), List.of())))
                .toList();
    }

    private static CurrencyUnit currency(Map<UUID, CurrencyUnit> currencies, UUID note) {
        return Optional.ofNullable(currencies.get(note)).orElseThrow();
    }

    @Override
    public Credited credited(FirmId firm, InvoiceId invoice) {
        Map<Integer, Money> lines = new HashMap<>();
        Set<TimeEntryId> entries = new HashSet<>();
        statements.results(
                """
                select l.line_no, i.currency, sum(l.amount_minor)::bigint as amount_minor
                from credit_note_line l
                join invoice i on i.firm_id = :firm and i.invoice_id = l.invoice_id
                where l.firm_id = :firm and l.invoice_id = :invoice
                group by l.line_no, i.currency;

                select time_entry_id
                from credit_note_time
                where firm_id = :firm and invoice_id = :invoice
                """,
                Parameters.of(firm).id("invoice", invoice),
                List.of(
                        row -> lines.put(row.integer("line_no"), row.money("amount_minor", row.currency("currency"))),
                        row -> entries.add(new TimeEntryId(row.uuid("time_entry_id")))));
        return new Credited(lines, entries);
    }
}
