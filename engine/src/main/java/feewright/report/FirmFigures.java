package feewright.report;

import java.util.List;
import org.joda.money.Money;

/** A firm in figures, as the operator of the installation may see it: counts and amounts by state, no content. */
public record FirmFigures(Counts counts, List<InCurrency> currencies) {

    public FirmFigures {
        currencies = List.copyOf(currencies);
    }

    public record Counts(long clients, long engagements, long setAside, long openDisputes) {}

    /** Invoices of one currency by how they stand, what was issued and not voided, what is owed, and what credit is left. */
    public record InCurrency(Invoices invoices, Money invoiced, Money owed, Money credit) {}

    public record Invoices(long open, long overdue, long settled, long voided) {}
}
