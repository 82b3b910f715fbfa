package feewright.credit;

import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.LinePart;
import feewright.ledger.JournalEntry;
import feewright.money.Amounts;
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

    /**
     * What is taken off a line of the invoice, for which of its time entries (none: for the line as such). What is
     * {@code released} counts as never billed: it comes off the use of the engagement's adjustments ({@code HourlyUse}), as the
     * same part of a voided invoice would. {@code minutes} are the included minutes that come back with it. Below zero where a
     * line that lowered released time is taken back with it.
     */
    public record Line(int number, Category category, Money amount, List<Time> time, boolean released, long minutes) {

        public Line {
            time = List.copyOf(time);
        }

        /** Released as its time is; a line as such is not. */
        public Line(int number, Category category, Money amount, List<Time> time) {
            this(
                    number,
                    category,
                    amount,
                    time,
                    !time.isEmpty() && time.stream().allMatch(Time::released),
                    0);
        }
    }

    /** The same note as what it gives back to billing: parts of the lines of its invoice. */
    List<LinePart> released(Invoice invoice) {
        return lines.stream()
                .filter(Line::released)
                .flatMap(line -> invoice.lines().stream()
                        .filter(of -> of.number() == line.number())
                        .map(of -> new LinePart(of, line.amount(), line.minutes())))
                .toList();
    }

    /** A time entry whose share of the line is taken off; released, it can be billed once more. */
    public record Time(TimeEntryId entry, Money amount, boolean released) {}
}
