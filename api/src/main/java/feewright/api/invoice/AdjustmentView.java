package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.engagement.BillingPeriod;
import feewright.invoice.HoursToDate;
import feewright.invoice.InvoiceLine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What adjusts the price of hours. {@code included}: minutes of the package period that are taken off a line of time. {@code
 * minimum} and {@code cap}: what the hours of the period (none: of the engagement) come to, this invoice included, and what
 * earlier invoices made up or wrote down. Periods are half-open.
 */
record AdjustmentView(
        String kind,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable Integer lineNumber,
        @Nullable Long minutes,
        @Nullable MoneyJson limit,
        @Nullable MoneyJson hoursValue,
        @Nullable MoneyJson adjustedBefore) {

    static @Nullable AdjustmentView of(InvoiceLine line) {
        return switch (line) {
            case InvoiceLine.Included included ->
                new AdjustmentView(
                        "included",
                        included.period().start(),
                        included.period().end(),
                        included.of().line(),
                        included.minutes(),
                        null,
                        null,
                        null);
            case InvoiceLine.Minimum minimum ->
                reached(
                        "minimum",
                        minimum.period(),
                        MoneyJson.of(minimum.minimum().of(minimum.period())),
                        minimum.reached());
            case InvoiceLine.Cap cap -> reached("cap", cap.period(), MoneyJson.of(cap.limit()), cap.reached());
            case InvoiceLine.Packaged _, InvoiceLine.Hourly _, InvoiceLine.Manual _ -> null;
        };
    }

    private static AdjustmentView reached(
            String kind, @Nullable BillingPeriod period, MoneyJson limit, HoursToDate reached) {
        return new AdjustmentView(
                kind,
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                null,
                null,
                limit,
                MoneyJson.of(reached.worth()),
                MoneyJson.of(reached.before()));
    }
}
