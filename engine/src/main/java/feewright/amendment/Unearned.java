package feewright.amendment;

import feewright.invoice.InvoiceId;
import java.util.List;
import org.joda.money.Money;

/** An amount above zero that is not earned any more, of the first of these lines that have so much left. */
record Unearned(Money amount, List<OfLine> lines) {

    Unearned {
        lines = List.copyOf(lines);
    }

    /** A line of an invoice, by its number. */
    record OfLine(InvoiceId invoice, int number) {}
}
