package feewright.report;

import feewright.money.Amounts;
import feewright.platform.ClientId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What clients owed at the end of a day, by how long it was overdue then. */
public record Ageing(LocalDate asOf, List<Row> rows) {

    public Ageing {
        rows = List.copyOf(rows);
    }

    /** One client in one currency. */
    public record Row(ClientId client, Buckets owed) {}

    /** By the days that lay between the due date and the day: none, up to 30, up to 60, up to 90, more. */
    public record Buckets(Money notDue, Money upTo30, Money upTo60, Money upTo90, Money over90) {

        public Money total() {
            return Amounts.sum(notDue.getCurrencyUnit(), List.of(notDue, upTo30, upTo60, upTo90, over90));
        }
    }

    /** All clients together, by currency code. */
    public List<Buckets> totals() {
        return rows.stream()
                .map(row -> row.owed().notDue().getCurrencyUnit())
                .distinct()
                .sorted(Comparator.comparing(CurrencyUnit::getCode))
                .map(currency -> new Buckets(
                        sum(currency, Buckets::notDue),
                        sum(currency, Buckets::upTo30),
                        sum(currency, Buckets::upTo60),
                        sum(currency, Buckets::upTo90),
                        sum(currency, Buckets::over90)))
                .toList();
    }

    private Money sum(CurrencyUnit currency, Function<Buckets, Money> bucket) {
        return Amounts.sum(
                currency,
                rows.stream()
                        .map(row -> bucket.apply(row.owed()))
                        .filter(money -> money.getCurrencyUnit().equals(currency))
                        .toList());
    }
}
