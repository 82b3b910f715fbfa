package feewright.invoice;

import org.joda.money.Money;

/** A part of a line of an invoice: an amount of it, with the sign of the line, and of an included one some of its minutes (else 0). */
public record LinePart(InvoiceLine line, Money amount, long minutes) {

    static LinePart whole(InvoiceLine line) {
        return new LinePart(
                line, line.amount(), line instanceof InvoiceLine.Included included ? included.minutes() : 0);
    }
}
