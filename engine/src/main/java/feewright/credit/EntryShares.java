package feewright.credit;

import feewright.invoice.InvoiceLine;
import feewright.invoice.TimeItem;
import feewright.money.HourlyRate;
import feewright.time.TimeEntryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** What time entries have of their line, and of its included minutes, which its oldest work took first. */
final class EntryShares {

    private EntryShares() {}

    /**
     * The share of each entry in an hourly line: what the line comes to up to and with it, less what it comes to before it. The
     * shares of all entries add up to the line.
     */
    static Map<TimeEntryId, Money> of(InvoiceLine line) {
        Map<TimeEntryId, Money> shares = new HashMap<>();
        if (line instanceof InvoiceLine.Hourly hourly) {
            long minutes = 0;
            Money before = Money.zero(hourly.amount().getCurrencyUnit());
            for (TimeItem item : hourly.items()) {
                minutes += item.billedMinutes();
                Money upTo = hourly.rate().price().priceOf(minutes);
                shares.put(item.version().entry(), upTo.minus(before));
                before = upTo;
            }
        }
        return shares;
    }

    /** Included minutes, and what they took off: below zero. */
    record Covered(Money amount, long minutes) {}

    /**
     * Of some entries of a line. With their shares of the line, the amounts of all its entries add up to what the line asks after
     * its included minutes, and none of them is below zero.
     */
    static Covered covered(InvoiceLine.Hourly line, InvoiceLine.Included included, List<CreditNote.Time> time) {
        List<TimeEntryId> entries = time.stream().map(CreditNote.Time::entry).toList();
        HourlyRate rate = line.rate().price();
        Money amount = Money.zero(rate.currency());
        long minutes = 0;
        long before = 0;
        for (TimeItem item : line.items()) {
            long upTo = before + item.billedMinutes();
            if (entries.contains(item.version().entry())) {
                long free = Math.min(upTo, included.minutes()) - Math.min(before, included.minutes());
                minutes += free;
                amount = amount.plus(beyond(rate, upTo, included).minus(beyond(rate, before, included)))
                        .minus(rate.priceOf(upTo).minus(rate.priceOf(before)));
            }
            before = upTo;
        }
        return new Covered(amount, minutes);
    }

    /** What so many minutes of the line come to after the included ones. */
    private static Money beyond(HourlyRate rate, long minutes, InvoiceLine.Included included) {
        return rate.priceOf(Math.max(0, minutes - included.minutes()));
    }
}
