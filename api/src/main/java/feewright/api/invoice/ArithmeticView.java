package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.invoice.Arithmetic;
import feewright.invoice.HoursToDate;
import org.jspecify.annotations.Nullable;

/**
 * A calculation with all its numbers. {@code fee_share}: fee × to_day / days less fee × from_day / days, each rounded half up.
 * {@code rate_times_time}: per_hour × billed_minutes / 60, rounded half up. {@code minutes_off}: what is left
 * for the other minutes less the whole line. {@code up_to_minimum}: limit less worth, if above zero, less before. {@code down_to_cap}:
 * before less what worth is above limit. {@code whole_fee} and {@code stated}: the amount itself.
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
        @Nullable Long billedMinutes,
        @Nullable Long minutes,
        @Nullable MoneyJson limit,
        @Nullable MoneyJson hoursValue,
        @Nullable MoneyJson adjustedBefore) {

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
                        null,
                        null,
                        null,
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
                        time.billedMinutes(),
                        null,
                        null,
                        null,
                        null);
            case Arithmetic.MinutesOff off ->
                new ArithmeticView(
                        "minutes_off",
                        of.formula(),
                        result,
                        null,
                        null,
                        null,
                        null,
                        MoneyJson.of(off.perHour()),
                        off.billedMinutes(),
                        off.minutes(),
                        null,
                        null,
                        null);
            case Arithmetic.UpToMinimum minimum ->
                reached("up_to_minimum", of, MoneyJson.of(minimum.minimum()), minimum.reached());
            case Arithmetic.DownToCap cap -> reached("down_to_cap", of, MoneyJson.of(cap.limit()), cap.reached());
            case Arithmetic.WholeFee _ -> amount("whole_fee", of, result);
            case Arithmetic.Stated _ -> amount("stated", of, result);
        };
    }

    private static ArithmeticView amount(String kind, Arithmetic of, MoneyJson result) {
        return new ArithmeticView(
                kind, of.formula(), result, null, null, null, null, null, null, null, null, null, null);
    }

    private static ArithmeticView reached(String kind, Arithmetic of, MoneyJson limit, HoursToDate reached) {
        return new ArithmeticView(
                kind,
                of.formula(),
                MoneyJson.of(of.result()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                limit,
                MoneyJson.of(reached.worth()),
                MoneyJson.of(reached.before()));
    }
}
