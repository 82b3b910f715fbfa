package feewright.invoice;

import feewright.money.Amounts;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The sums of an invoice: per category, and in all. They equal the sums of the lines to the minor unit. */
public record Totals(Money packaged, Money hourly, Money expense, Money manual) {

    public static Totals of(CurrencyUnit currency, List<InvoiceLine> lines) {
        return new Totals(
                sum(currency, lines, Category.PACKAGE),
                sum(currency, lines, Category.HOURLY),
                sum(currency, lines, Category.EXPENSE),
                sum(currency, lines, Category.MANUAL));
    }

    /** The sum of one category. */
    public Money of(Category category) {
        return switch (category) {
            case PACKAGE -> packaged;
            case HOURLY -> hourly;
            case EXPENSE -> expense;
            case MANUAL -> manual;
        };
    }

    /** The sum of the invoice. */
    public Money total() {
        return packaged.plus(hourly).plus(expense).plus(manual);
    }

    private static Money sum(CurrencyUnit currency, List<InvoiceLine> lines, Category category) {
        return Amounts.sum(
                currency,
                lines.stream()
                        .filter(line -> line.category() == category)
                        .map(InvoiceLine::amount)
                        .toList());
    }
}
