package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.engagement.BillingPeriod;
import feewright.engagement.Rate;
import feewright.firm.BillingRole;
import feewright.invoice.InvoiceLine;
import feewright.invoice.TimeItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line, proposed or issued. A package line has a period and a fee, an hourly line a worker, a rate and entries; what adjusts
 * the price of hours says what it was made from. Periods are half-open.
 */
record LineView(
        int number,
        String category,
        @Nullable String description,
        MoneyJson amount,
        @Nullable PackageView packaged,
        @Nullable HourlyView hourly,
        @Nullable AdjustmentView adjustment,
        @Nullable List<RuleView> justifications) {

    /** The whole fee, and the part of the whole period that the line charges. */
    record PackageView(
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate wholeStart,
            LocalDate wholeEnd,
            MoneyJson fee,
            String proration) {}

    record HourlyView(
            UUID workerId,
            @Nullable String workerRole,
            RateView rate,
            long workedMinutes,
            long billedMinutes,
            List<EntryView> entries) {}

    /** A rate, and the clause of the terms that it is. */
    record RateView(String clause, String scope, MoneyJson perHour, LocalDate effectiveFrom) {

        static RateView of(Rate rate) {
            return new RateView(
                    rate.clause(),
                    rate.scope().code(),
                    MoneyJson.of(rate.price().perHour()),
                    rate.effectiveFrom());
        }
    }

    /** The version of a time entry that is billed; its description as far as the reader may see it. */
    record EntryView(
            UUID id,
            int version,
            LocalDate workedOn,
            int workedMinutes,
            int billedMinutes,
            @Nullable String description) {}

    /** A rule: its code and its sentence. */
    record RuleView(String code, String rule) {}

    static LineView of(InvoiceLine line, VisibleTexts words, @Nullable List<RuleView> justifications) {
        return new LineView(
                line.number(),
                line.category().code(),
                words.line().apply(line),
                MoneyJson.of(line.amount()),
                line instanceof InvoiceLine.Packaged packaged ? view(packaged) : null,
                line instanceof InvoiceLine.Hourly hourly ? view(hourly, words) : null,
                AdjustmentView.of(line),
                justifications);
    }

    private static PackageView view(InvoiceLine.Packaged line) {
        BillingPeriod period = line.period();
        return new PackageView(
                period.start(),
                period.end(),
                period.wholeStart(),
                period.wholeEnd(),
                MoneyJson.of(line.fee()),
                line.proration().code());
    }

    private static HourlyView view(InvoiceLine.Hourly line, VisibleTexts words) {
        BillingRole role = line.worker().role();
        return new HourlyView(
                line.worker().person().value(),
                role == null ? null : role.code(),
                RateView.of(line.rate()),
                line.workedMinutes(),
                line.billedMinutes(),
                line.items().stream().map(item -> view(item, words)).toList());
    }

    private static EntryView view(TimeItem item, VisibleTexts words) {
        return new EntryView(
                item.version().entry().value(),
                item.version().number(),
                item.workedOn(),
                item.workedMinutes(),
                item.billedMinutes(),
                words.entry().apply(item.version()));
    }
}
