package feewright.credit;

import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** What can still be taken off lines of an invoice, given what earlier notes took off, and what this one has taken so far. */
record LeftOfInvoice(Invoice invoice, CreditNotes.Credited before, List<CreditNote.Line> taken) {

    /** What lowered released time is taken back with it: so all that is left of its line can be. */
    Money of(InvoiceLine line, CreditNoteRequest.Item item) {
        Money ofLine = line.amount().minus(credited(line));
        boolean releases = item instanceof CreditNoteRequest.Item.Time time && time.release();
        if (line.category() != Category.HOURLY || releases || !isAdjusted()) {
            return ofLine;
        }
        Money ofHours = ofHours();
        return ofHours.isLessThan(ofLine) ? ofHours : ofLine;
    }

    /** The package periods of whose fee nothing is left once this note is issued. */
    List<LocalDate> creditedWhole() {
        return taken.stream()
                .flatMap(one -> invoice.lines().stream()
                        .filter(line -> line.number() == one.number())
                        .filter(InvoiceLine.Packaged.class::isInstance)
                        .map(InvoiceLine.Packaged.class::cast)
                        .filter(line -> afterAll(line).isZero()))
                .map(line -> line.period().start())
                .toList();
    }

    /** What is left of a line once this note is issued. */
    private Money afterAll(InvoiceLine line) {
        return taken.stream()
                .filter(one -> one.number() == line.number())
                .map(CreditNote.Line::amount)
                .reduce(line.amount().minus(credited(line)), Money::minus);
    }

    /** Lines of time may come to more than the hours of the invoice, of which others have taken something off. */
    private Money ofHours() {
        Money left = invoice.head().totals().hourly();
        for (InvoiceLine line : invoice.lines()) {
            left = line.category() == Category.HOURLY ? left.minus(credited(line)) : left;
        }
        for (CreditNote.Line line : taken) {
            left = line.category() == Category.HOURLY ? left.minus(line.amount()) : left;
        }
        return left;
    }

    private boolean isAdjusted() {
        return invoice.lines().stream()
                .anyMatch(line -> line.category() == Category.HOURLY && !(line instanceof InvoiceLine.Hourly));
    }

    private Money credited(InvoiceLine line) {
        return before.lines()
                .getOrDefault(line.number(), Money.zero(invoice.head().currency()));
    }
}
