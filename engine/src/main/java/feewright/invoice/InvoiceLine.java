package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.MinimumFee;
import feewright.engagement.Proration;
import feewright.engagement.Rate;
import feewright.time.Work;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line of an issued invoice: what was charged, and what it was made from. Its description is content and kept apart. */
public sealed interface InvoiceLine {

    /** The place on the invoice, from 1. */
    int number();

    Money amount();

    Category category();

    /** The hourly period of what adjusts one; null for other lines, and for a cap of the engagement. */
    default @Nullable BillingPeriod adjustedPeriod() {
        return switch (this) {
            case Minimum minimum -> minimum.period();
            case Cap cap -> cap.period();
            case Packaged _, Hourly _, Included _, Manual _ -> null;
        };
    }

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

    /** Included minutes of a package period, taken off a line of time. Never above zero. */
    record Included(int number, Money amount, BillingPeriod period, OfLine of, long minutes) implements InvoiceLine {
        @Override
        public Category category() {
            return Category.HOURLY;
        }
    }

    /** The line of time that something is taken off, with all that it bills. */
    record OfLine(int line, Money perHour, long billedMinutes) {}

    /** What makes up for the minimum of a period; below zero where late work reaches it after all. */
    record Minimum(int number, Money amount, BillingPeriod period, MinimumFee minimum, HoursToDate reached)
            implements InvoiceLine {
        @Override
        public Category category() {
            return Category.HOURLY;
        }
    }

    /** What is written down to the cap of a period, or (null) of the engagement; above zero where a void left less to write down. */
    record Cap(int number, Money amount, @Nullable BillingPeriod period, Money limit, HoursToDate reached)
            implements InvoiceLine {
        @Override
        public Category category() {
            return Category.HOURLY;
        }
    }

    /** A charge by hand, an expense or any other, let pass by an override. */
    record Manual(int number, Category category, Money amount) implements InvoiceLine {}
}
