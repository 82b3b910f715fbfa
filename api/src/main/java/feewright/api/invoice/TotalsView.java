package feewright.api.invoice;

import com.fasterxml.jackson.annotation.JsonProperty;
import feewright.api.json.MoneyJson;
import feewright.invoice.Totals;

/** The sums of an invoice: per category, and in all. */
record TotalsView(
        @JsonProperty("package") MoneyJson packaged,
        MoneyJson hourly,
        MoneyJson expense,
        MoneyJson manual,
        MoneyJson total) {

    static TotalsView of(Totals totals) {
        return new TotalsView(
                MoneyJson.of(totals.packaged()),
                MoneyJson.of(totals.hourly()),
                MoneyJson.of(totals.expense()),
                MoneyJson.of(totals.manual()),
                MoneyJson.of(totals.total()));
    }
}
