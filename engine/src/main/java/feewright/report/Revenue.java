package feewright.report;

import feewright.engagement.PricingMode;
import feewright.invoice.Category;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was earned over some days by category, for mixed engagements too, beside what the documents add up to (requirement I7). */
public record Revenue(Days days, List<Row> rows, List<Total> totals) {

    public Revenue {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** What was earned: by issue, and (below zero) what voids and credit notes took back. */
    public record Sums(Money issued, Money voided, Money credited) {

        static Sums zero(CurrencyUnit currency) {
            return new Sums(Money.zero(currency), Money.zero(currency), Money.zero(currency));
        }

        public Money net() {
            return issued.plus(voided).plus(credited);
        }

        Sums plus(Sums other) {
            return new Sums(issued.plus(other.issued), voided.plus(other.voided), credited.plus(other.credited));
        }
    }

    /** A month of a category under a pricing mode; null for invoices without an engagement. */
    public record Row(
            YearMonth month, Category category, @Nullable PricingMode mode, Sums sums) {}

    /** What documents of a category add up to. */
    public record Documents(Category category, Sums sums) {}

    /** A category over all days and modes: by the transfers of the ledger, and by the documents. */
    public record Total(Category category, Sums ledger, Sums documents) {

        public boolean agrees() {
            return ledger.equals(documents);
        }
    }

    static Revenue of(Days days, List<Row> rows, List<Documents> documents) {
        List<Documents> ledger = rows.stream()
                .map(row -> new Documents(row.category(), row.sums()))
                .toList();
        List<Total> totals = new ArrayList<>();
        for (CurrencyUnit currency : Stream.concat(ledger.stream(), documents.stream())
                .map(Revenue::currency)
                .distinct()
                .sorted(Comparator.comparing(CurrencyUnit::getCode))
                .toList()) {
            for (Category category : Category.values()) {
                totals.add(new Total(category, sum(ledger, category, currency), sum(documents, category, currency)));
            }
        }
        return new Revenue(days, rows, totals);
    }

    private static Sums sum(List<Documents> told, Category category, CurrencyUnit currency) {
        return told.stream()
                .filter(one -> one.category() == category && currency(one).equals(currency))
                .map(Documents::sums)
                .reduce(Sums.zero(currency), Sums::plus);
    }

    private static CurrencyUnit currency(Documents told) {
        return told.sums().issued().getCurrencyUnit();
    }
}
