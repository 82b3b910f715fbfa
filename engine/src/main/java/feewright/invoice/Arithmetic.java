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
            case InvoiceLine.Manual manual -> new Stated(manual.amount());
        };
    }
}
