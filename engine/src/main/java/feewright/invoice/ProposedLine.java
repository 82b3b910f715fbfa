package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Increment;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.firm.Content;
import feewright.time.ApprovedTime;
import feewright.time.Work;
import java.util.List;
import org.joda.money.Money;

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

        @Override
        public Money amount() {
            return rate.price()
                    .priceOf(time.stream()
                            .mapToLong(entry -> increment.billed(entry.work().minutes()))
                            .sum());
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

    /** A charge by hand. */
    record Manual(int number, Content description, Money amount) implements ProposedLine {

        @Override
        public InvoiceLine frozen() {
            return new InvoiceLine.Manual(number, amount);
        }
    }
}
