package feewright.api.report;

import feewright.api.json.MoneyJson;
import feewright.engagement.PricingMode;
import feewright.report.Revenue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Revenue by month, category and pricing mode (absent for invoices without an engagement), from the transfers of the ledger; in the
 * totals beside what invoices, voids and credit notes of the same days add up to.
 */
record RevenueView(LocalDate from, LocalDate until, List<RevenueRowView> rows, List<RevenueTotalView> totals)
        implements Table {

    /** Voided and credited are below zero. */
    record RevenueSumsView(MoneyJson issued, MoneyJson voided, MoneyJson credited, MoneyJson net) {

        static RevenueSumsView of(Revenue.Sums sums) {
            return new RevenueSumsView(
                    MoneyJson.of(sums.issued()),
                    MoneyJson.of(sums.voided()),
                    MoneyJson.of(sums.credited()),
                    MoneyJson.of(sums.net()));
        }
    }

    record RevenueRowView(
            String month, String category, @Nullable String pricingMode, RevenueSumsView revenue) {}

    /** {@code agrees}: ledger and documents say the same. */
    record RevenueTotalView(String category, RevenueSumsView ledger, RevenueSumsView documents, boolean agrees) {}

    static RevenueView of(Revenue revenue) {
        return new RevenueView(
                revenue.days().from(),
                revenue.days().until(),
                revenue.rows().stream()
                        .map(row -> new RevenueRowView(
                                row.month().toString(),
                                row.category().code(),
                                code(row.mode()),
                                RevenueSumsView.of(row.sums())))
                        .toList(),
                revenue.totals().stream()
                        .map(total -> new RevenueTotalView(
                                total.category().code(),
                                RevenueSumsView.of(total.ledger()),
                                RevenueSumsView.of(total.documents()),
                                total.agrees()))
                        .toList());
    }

    private static @Nullable String code(@Nullable PricingMode mode) {
        return mode == null ? null : mode.code();
    }

    @Override
    public List<String> header() {
        return List.of("month", "currency", "category", "pricing_mode", "issued", "voided", "credited", "net");
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return rows.stream()
                .map(row -> Cells.row(
                        row.month(),
                        row.revenue().net().currency(),
                        row.category(),
                        row.pricingMode(),
                        row.revenue().issued().amount(),
                        row.revenue().voided().amount(),
                        row.revenue().credited().amount(),
                        row.revenue().net().amount()));
    }
}
