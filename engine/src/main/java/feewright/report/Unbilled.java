package feewright.report;

import feewright.invoice.WorkInProgress;
import feewright.money.Amounts;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Work in progress, by engagement. */
public record Unbilled(List<WorkInProgress> rows) {

    public Unbilled {
        rows = List.copyOf(rows);
    }

    /** What all of it is worth, by currency code. */
    public List<Money> totals() {
        return rows.stream()
                .map(row -> row.value().getCurrencyUnit())
                .distinct()
                .sorted(Comparator.comparing(CurrencyUnit::getCode))
                .map(currency -> Amounts.sum(
                        currency,
                        rows.stream()
                                .map(WorkInProgress::value)
                                .filter(value -> value.getCurrencyUnit().equals(currency))
                                .toList()))
                .toList();
    }
}
