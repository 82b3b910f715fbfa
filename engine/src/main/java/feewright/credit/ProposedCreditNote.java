package feewright.credit;

import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.ledger.InvoiceAccount;
import feewright.money.Amounts;
import feewright.platform.Actor;
import feewright.rule.ActorFact;
import feewright.rule.Fact;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** A credit note that is a value: what a request comes to on an invoice, given what earlier notes took off. Pure. */
final class ProposedCreditNote {

    private final Invoice invoice;
    private final CreditNotes.Credited before;
    private final boolean unearned;
    private final List<CreditNote.Line> lines = new ArrayList<>();
    private int asked;
    /** A set, as an entry may be named any number of times: twice is enough to refuse it. */
    private final Set<Fact> facts = new LinkedHashSet<>();

    private ProposedCreditNote(Invoice invoice, CreditNotes.Credited before, boolean unearned) {
        this.invoice = invoice;
        this.before = before;
        this.unearned = unearned;
    }

    static ProposedCreditNote of(Invoice invoice, CreditNotes.Credited before, CreditNoteRequest request) {
        List<CreditNoteRequest.Item> items = request.items();
        ProposedCreditNote proposed = new ProposedCreditNote(invoice, before, request.unearned());
        for (int item = 1; item <= items.size(); item++) {
            proposed.add(item, items.get(item - 1));
        }
        proposed.asked = proposed.lines.size();
        proposed.lines.addAll(ReleasedLines.after(invoice, before, proposed.lines));
        return proposed;
    }

    Invoice invoice() {
        return invoice;
    }

    /** The package periods of whose fee nothing is left after this note. */
    List<LocalDate> creditedWhole() {
        return new LeftOfInvoice(invoice, before, lines).creditedWhole();
    }

    /** In the order of the invoice. */
    List<CreditNote.Line> lines() {
        return lines.stream()
                .sorted(Comparator.comparingInt(CreditNote.Line::number))
                .toList();
    }

    Money sum() {
        return Amounts.sum(
                invoice.head().currency(),
                lines.stream().map(CreditNote.Line::amount).toList());
    }

    /** What each category is lowered by. */
    Map<Category, Money> byCategory() {
        Map<Category, Money> sums = new HashMap<>();
        lines.forEach(line -> sums.merge(line.category(), line.amount(), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** The facts of the note, on an account as it is before it. */
    List<Fact> facts(Actor actor, InvoiceAccount account) {
        Money left = invoice.head().totals().total().minus(account.credited());
        List<Fact> all = new ArrayList<>(facts);
        all.add(ActorFact.of(actor));
        boolean releases = lines.stream().anyMatch(CreditNote.Line::released);
        all.add(new CreditNoteFact(
                invoice.id(),
                account.isVoid(),
                asked,
                releases,
                sum().getAmountMinorLong(),
                left.getAmountMinorLong()));
        return all;
    }

    /** What is left of a line of the invoice after this. Fails where there is no such line. */
    Money left(int number) {
        InvoiceLine line = invoice.lines().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        return new LeftOfInvoice(invoice, before, lines).of(line, new CreditNoteRequest.Item.Amount(number, null));
    }

    private void add(int number, CreditNoteRequest.Item item) {
        Optional<InvoiceLine> found = invoice.lines().stream()
                .filter(line -> line.number() == item.line())
                .findFirst();
        if (found.isEmpty()) {
            facts.add(new CreditedLineFact(number, item.line(), 0, 0));
            return;
        }
        Money left = new LeftOfInvoice(invoice, before, lines).of(found.get(), item);
        CreditNote.Line line = switch (item) {
            case CreditNoteRequest.Item.Amount amount -> ofAmount(found.get(), amount);
            case CreditNoteRequest.Item.Time time -> ofTime(found.get(), time);
        };
        lines.add(line);
        facts.add(new CreditedLineFact(
                number, line.number(), line.amount().getAmountMinorLong(), left.getAmountMinorLong()));
    }

    private CreditNote.Line ofAmount(InvoiceLine line, CreditNoteRequest.Item.Amount asked) {
        Money amount =
                asked.amount() == null ? new LeftOfInvoice(invoice, before, lines).of(line, asked) : asked.amount();
        return new CreditNote.Line(line.number(), line.category(), amount, List.of(), unearned, 0);
    }

    private CreditNote.Line ofTime(InvoiceLine line, CreditNoteRequest.Item.Time asked) {
        Map<TimeEntryId, Money> shares = EntryShares.of(line);
        List<CreditNote.Time> time = new ArrayList<>();
        for (TimeEntryId entry : asked.entries()) {
            Money share = shares.get(entry);
            boolean twice = time.stream().anyMatch(one -> one.entry().equals(entry));
            facts.add(new CreditedTimeFact(
                    line.number(),
                    entry,
                    share != null,
                    twice || before.entries().contains(entry)));
            if (share != null && !twice) {
                time.add(new CreditNote.Time(entry, share, asked.release()));
            }
        }
        Money sum = Amounts.sum(
                invoice.head().currency(),
                time.stream().map(CreditNote.Time::amount).toList());
        return new CreditNote.Line(line.number(), line.category(), sum, time);
    }
}
