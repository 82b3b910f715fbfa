package feewright.invoice;

import feewright.money.DayShare;
import feewright.money.HourlyRate;
import org.joda.money.Money;

/** How an amount came about, complete: the amount can be computed again from it and nothing else. */
public sealed interface Arithmetic {

    /** The amount, computed again. */
    Money result();

    /** The calculation, written out. */
    String formula();

    /** A fee, cut by day: rounded at the end of the share less rounded at its start, so that parts add up to the fee. */
    record FeeShare(Money fee, DayShare share) implements Arithmetic {
        @Override
        public Money result() {
            return share.of(fee);
        }

        @Override
        public String formula() {
            return share.isWhole()
                    ? "%s".formatted(fee)
                    : "round_half_up(%1$s × %2$d / %4$d) − round_half_up(%1$s × %3$d / %4$d)"
                            .formatted(fee, share.toDay(), share.fromDay(), share.days());
        }
    }

    /** A whole fee for a period, whatever its length. */
    record WholeFee(Money fee) implements Arithmetic {
        @Override
        public Money result() {
            return fee;
        }

        @Override
        public String formula() {
            return fee.toString();
        }
    }

    /** Billed minutes at a rate for sixty minutes, rounded once. */
    record RateTimesTime(Money perHour, long billedMinutes) implements Arithmetic {
        @Override
        public Money result() {
            return new HourlyRate(perHour).priceOf(billedMinutes);
        }

        @Override
        public String formula() {
            return "round_half_up(%s × %d min / 60)".formatted(perHour, billedMinutes);
        }
    }

    /** What included minutes take off a line: what is left for the other minutes, less all of it. */
    record MinutesOff(Money perHour, long billedMinutes, long minutes) implements Arithmetic {
        @Override
        public Money result() {
            HourlyRate rate = new HourlyRate(perHour);
            return rate.priceOf(billedMinutes - minutes).minus(rate.priceOf(billedMinutes));
        }

        @Override
        public String formula() {
            return "round_half_up(%1$s × %2$d min / 60) − round_half_up(%1$s × %3$d min / 60)"
                    .formatted(perHour, billedMinutes - minutes, billedMinutes);
        }
    }

    /** What a minimum, or its share by day, lacks; less what was made up before. */
    record UpToMinimum(Money minimum, HoursToDate reached) implements Arithmetic {
        @Override
        public Money result() {
            return positive(minimum.minus(reached.worth())).minus(reached.before());
        }

        @Override
        public String formula() {
            return "max(0, %s − %s) − %s".formatted(minimum, reached.worth(), reached.before());
        }
    }

    /** What was written down to a cap before, less all that is beyond it. */
    record DownToCap(Money limit, HoursToDate reached) implements Arithmetic {
        @Override
        public Money result() {
            return reached.before().minus(positive(reached.worth().minus(limit)));
        }

        @Override
        public String formula() {
            return "%s − max(0, %s − %s)".formatted(reached.before(), reached.worth(), limit);
        }
    }

    /** An amount stated by hand. */
    record Stated(Money amount) implements Arithmetic {
        @Override
        public Money result() {
            return amount;
        }

        @Override
        public String formula() {
            return amount.toString();
        }
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }

    /** The arithmetic of a line. */
    static Arithmetic of(InvoiceLine line) {
        return switch (line) {
            case InvoiceLine.Packaged packaged ->
                switch (packaged.proration()) {
                    case BY_DAY ->
                        new FeeShare(packaged.fee(), packaged.period().share());
                    case FULL -> new WholeFee(packaged.fee());
                };
            case InvoiceLine.Hourly hourly ->
                new RateTimesTime(hourly.rate().price().perHour(), hourly.billedMinutes());
            case InvoiceLine.Included included ->
                new MinutesOff(included.of().perHour(), included.of().billedMinutes(), included.minutes());
            case InvoiceLine.Minimum minimum ->
                new UpToMinimum(minimum.minimum().of(minimum.period()), minimum.reached());
            case InvoiceLine.Cap cap -> new DownToCap(cap.limit(), cap.reached());
            case InvoiceLine.Manual manual -> new Stated(manual.amount());
        };
    }
}
