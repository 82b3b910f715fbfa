package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Proration;
import feewright.engagement.Rate;
import feewright.time.Work;
import java.util.List;
import org.joda.money.Money;

/** A line of an issued invoice: what was charged, and what it was made from. Its description is content and kept apart. */
public sealed interface InvoiceLine {

    /** The place on the invoice, from 1. */
    int number();

    Money amount();

    Category category();

    /** A package period: the whole fee, and the part of it that the period takes. */
    record Packaged(int number, Money amount, BillingPeriod period, Money fee, Proration proration)
            implements InvoiceLine {
        @Override
        public Category category() {
            return Category.PACKAGE;
        }
    }

    /** One worker's time at one rate. */
    record Hourly(int number, Money amount, Work.Worker worker, Rate rate, List<TimeItem> items)
            implements InvoiceLine {

        public Hourly {
            items = List.copyOf(items);
        }

        /** Minutes as billed, over all items. */
        public long billedMinutes() {
            return items.stream().mapToLong(TimeItem::billedMinutes).sum();
        }

        /** Minutes as worked, over all items. */
        public long workedMinutes() {
            return items.stream().mapToLong(TimeItem::workedMinutes).sum();
        }

        @Override
        public Category category() {
            return Category.HOURLY;
        }
    }

    /** A charge by hand, let pass by an override. */
    record Manual(int number, Money amount) implements InvoiceLine {
        @Override
        public Category category() {
            return Category.MANUAL;
        }
    }
}
