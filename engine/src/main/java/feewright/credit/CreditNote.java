package feewright.credit;

import feewright.invoice.Category;
import feewright.money.Amounts;
import feewright.receivable.JournalEntry;
import feewright.time.TimeEntryId;
import java.util.List;
import org.joda.money.Money;

/**
 * A credit note: what it takes off which lines of an issued invoice. The entry has its number, its date, its invoice and its sum.
 */
public record CreditNote(JournalEntry entry, List<Line> lines) {

    /** The series of credit notes: numbers of their own, without gaps. */
    public static final String SERIES = "CN";

    public CreditNote {
        lines = List.copyOf(lines);
        Money sum = Amounts.sum(
                entry.amount().getCurrencyUnit(),
                lines.stream().map(Line::amount).toList());
        if (!sum.equals(entry.amount())) {
            throw new IllegalArgumentException("a credit note is the sum of its lines");
        }
    }

    /** What is taken off a line of the invoice, for which of its time entries (none: for the line as such). */
    public record Line(int number, Category category, Money amount, List<Time> time) {

        public Line {
            time = List.copyOf(time);
        }
    }

    /** A time entry whose share of the line is taken off; released, it can be billed once more. */
    public record Time(TimeEntryId entry, Money amount, boolean released) {}
}
