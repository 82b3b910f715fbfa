package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.invoice.Arithmetic;
import org.jspecify.annotations.Nullable;

/**
 * A calculation with all its numbers. {@code fee_share}: fee × to_day / days less fee × from_day / days, each rounded half up.
 * {@code rate_times_time}: per_hour × billed_minutes / 60, rounded half up. {@code whole_fee} and {@code stated}: the amount itself.
 */
record ArithmeticView(
        String kind,
        String formula,
        MoneyJson result,
        @Nullable MoneyJson fee,
        @Nullable Integer fromDay,
        @Nullable Integer toDay,
        @Nullable Integer days,
        @Nullable MoneyJson perHour,
        @Nullable Long billedMinutes) {

    static ArithmeticView of(Arithmetic of) {
        MoneyJson result = MoneyJson.of(of.result());
        return switch (of) {
            case Arithmetic.FeeShare fee ->
                new ArithmeticView(
                        "fee_share",
                        of.formula(),
                        result,
                        MoneyJson.of(fee.fee()),
                        fee.share().fromDay(),
                        fee.share().toDay(),
                        fee.share().days(),
                        null,
                        null);
            case Arithmetic.RateTimesTime time ->
                new ArithmeticView(
                        "rate_times_time",
                        of.formula(),
                        result,
                        null,
                        null,
                        null,
                        null,
                        MoneyJson.of(time.perHour()),
                        time.billedMinutes());
            case Arithmetic.WholeFee _ -> amount("whole_fee", of, result);
            case Arithmetic.Stated _ -> amount("stated", of, result);
        };
    }

    private static ArithmeticView amount(String kind, Arithmetic of, MoneyJson result) {
        return new ArithmeticView(kind, of.formula(), result, null, null, null, null, null, null);
    }
}
