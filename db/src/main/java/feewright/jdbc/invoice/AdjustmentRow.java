package feewright.jdbc.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.MinimumFee;
import feewright.engagement.Proration;
import feewright.invoice.HoursToDate;
import feewright.invoice.InvoiceLine;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The parts of invoice_line that only lines have which adjust the price of hours; all null on others. */
record AdjustmentRow(
        @Nullable String code,
        @Nullable Integer ofLine,
        @Nullable Long ofMinutes,
        @Nullable Long minutes,
        @Nullable Long worth,
        @Nullable Long before) {

    private static final AdjustmentRow NONE = new AdjustmentRow(null, null, null, null, null, null);

    static AdjustmentRow of(InvoiceLine line) {
        return switch (line) {
            case InvoiceLine.Included included ->
                new AdjustmentRow(
                        "included",
                        included.of().line(),
                        included.of().billedMinutes(),
                        included.minutes(),
                        null,
                        null);
            case InvoiceLine.Minimum minimum -> reached("minimum", minimum.reached());
            case InvoiceLine.Cap cap -> reached("cap", cap.reached());
            case InvoiceLine.Packaged _, InvoiceLine.Hourly _, InvoiceLine.Manual _ -> NONE;
        };
    }

    private static AdjustmentRow reached(String code, HoursToDate reached) {
        return new AdjustmentRow(
                code, null, null, null, Parameters.minor(reached.worth()), Parameters.minor(reached.before()));
    }

    static InvoiceLine read(Row row, CurrencyUnit currency, String code) throws SQLException {
        int number = row.integer("line_no");
        Money amount = row.money("amount_minor", currency);
        return switch (code) {
            case "included" ->
                new InvoiceLine.Included(
                        number,
                        amount,
                        period(row),
                        new InvoiceLine.OfLine(
                                row.integer("of_line"),
                                row.money("per_hour_minor", currency),
                                row.bigint("of_minutes")),
                        row.bigint("included_minutes"));
            case "minimum" -> minimum(row, currency);
            case "cap" ->
                new InvoiceLine.Cap(
                        number,
                        amount,
                        row.maybeDate("period_start") == null ? null : period(row),
                        row.money("fee_minor", currency),
                        reached(row, currency));
            default -> throw new IllegalStateException("no adjustment: " + code);
        };
    }

    static InvoiceLine.Minimum minimum(Row row, CurrencyUnit currency) throws SQLException {
        return new InvoiceLine.Minimum(
                row.integer("line_no"),
                row.money("amount_minor", currency),
                period(row),
                new MinimumFee(row.money("fee_minor", currency), row.constant(Proration.class, "proration")),
                reached(row, currency));
    }

    private static HoursToDate reached(Row row, CurrencyUnit currency) throws SQLException {
        return new HoursToDate(row.money("worth_minor", currency), row.money("before_minor", currency));
    }

    static BillingPeriod period(Row row) throws SQLException {
        return new BillingPeriod(
                row.date("period_start"), row.date("period_end"), row.date("whole_start"), row.date("whole_end"));
    }
}
