package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Cap;
import feewright.engagement.Increment;
import feewright.engagement.MinimumFee;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.time.ApprovedTime;
import feewright.time.Work;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line that is not judged yet, made of the very things that justify it. Its amount follows from them. */
public sealed interface ProposedLine {

    /** The place on the invoice, from 1. */
    int number();

    Money amount();

    /** The same line as a fact of an invoice. */
    InvoiceLine frozen();

    /** {@code line/1}, as the firing log names it. */
    default String ref() {
        return "line/" + number();
    }

    record Packaged(int number, PackageTerms terms, BillingPeriod period) implements ProposedLine {

        @Override
        public Money amount() {
            return terms.chargeFor(period);
        }

        @Override
        public InvoiceLine frozen() {
            return new InvoiceLine.Packaged(number, amount(), period, terms.fee(), terms.proration());
        }
    }

    /** The approved time of one worker at one rate. There is no other way to an hourly line than through approved time. */
    record Hourly(int number, Rate rate, Increment increment, List<ApprovedTime> time) implements ProposedLine {

        public Hourly {
            time = List.copyOf(time);
            if (time.isEmpty()) {
                throw new IllegalArgumentException("an hourly line has time");
            }
        }

        Work.Worker worker() {
            return time.getFirst().work().worker();
        }

        long billedMinutes() {
            return time.stream()
                    .mapToLong(entry -> increment.billed(entry.work().minutes()))
                    .sum();
        }

        @Override
        public Money amount() {
            return rate.price().priceOf(billedMinutes());
        }

        @Override
        public InvoiceLine frozen() {
            List<TimeItem> items = time.stream()
                    .map(entry -> new TimeItem(
                            entry.version(),
                            entry.work().workedOn(),
                            entry.work().minutes(),
                            increment.billed(entry.work().minutes())))
                    .toList();
            return new InvoiceLine.Hourly(number, amount(), worker(), rate, items);
        }
    }

    /** Included minutes of a package period that {@code line} uses, out of those that are left for it. */
    record Included(int number, Hourly line, BillingPeriod period, long minutes, long left) implements ProposedLine {

        @Override
        public Money amount() {
            return Arithmetic.of(made(Money.zero(line.rate().price().currency())))
                    .result();
        }

        @Override
        public InvoiceLine frozen() {
            return made(amount());
        }

        private InvoiceLine.Included made(Money amount) {
            InvoiceLine.OfLine of =
                    new InvoiceLine.OfLine(line.number(), line.rate().price().perHour(), line.billedMinutes());
            return new InvoiceLine.Included(number, amount, period, of, minutes);
        }
    }

    /** What a period that is over lacks of its minimum. */
    record Minimum(int number, BillingPeriod period, MinimumFee minimum, HoursToDate reached) implements ProposedLine {

        @Override
        public Money amount() {
            return Arithmetic.of(made(reached.before())).result();
        }

        @Override
        public InvoiceLine frozen() {
            return made(amount());
        }

        private InvoiceLine.Minimum made(Money amount) {
            return new InvoiceLine.Minimum(number, amount, period, minimum, reached);
        }
    }

    /** What a period, or (null) the engagement, is beyond its cap by. */
    record Capped(int number, @Nullable BillingPeriod period, Cap cap, HoursToDate reached) implements ProposedLine {

        @Override
        public Money amount() {
            return Arithmetic.of(made(reached.before())).result();
        }

        @Override
        public InvoiceLine frozen() {
            return made(amount());
        }

        private InvoiceLine.Cap made(Money amount) {
            return new InvoiceLine.Cap(number, amount, period, cap.limit(), reached);
        }
    }

    /** A charge by hand. */
    record Manual(int number, InvoiceRequest.ManualCharge charge) implements ProposedLine {

        @Override
        public Money amount() {
            return charge.amount();
        }

        @Override
        public InvoiceLine frozen() {
            return new InvoiceLine.Manual(number, charge.category(), amount());
        }
    }
}
