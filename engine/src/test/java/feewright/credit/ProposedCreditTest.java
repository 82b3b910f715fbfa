package feewright.credit;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.Rate;
import feewright.engagement.RateScope;
import feewright.invoice.Category;
import feewright.invoice.InvoiceLine;
import feewright.invoice.TimeItem;
import feewright.money.Amounts;
import feewright.money.HourlyRate;
import feewright.platform.PersonId;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import feewright.time.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProposedCreditTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Test
    void the_shares_of_the_entries_of_a_line_add_up_to_it_whatever_the_rounding() {
        Random random = new Random(20260407);
        for (int round = 0; round < 2_000; round++) {
            int[] minutes = random.ints(1 + random.nextInt(12), 1, 1_441).toArray();
            InvoiceLine.Hourly line = line(Money.ofMinor(CurrencyUnit.USD, random.nextInt(50_000)), minutes);

            Map<TimeEntryId, Money> shares = EntryShares.of(line);

            assertThat(shares).hasSize(minutes.length);
            assertThat(shares.values()).noneMatch(Money::isNegative);
            assertThat(Amounts.sum(CurrencyUnit.USD, shares.values())).isEqualTo(line.amount());
        }
    }

    @Test
    void cents_that_rounding_makes_are_in_the_share_of_the_entry_that_makes_them() {
        InvoiceLine.Hourly line = line(Money.parse("USD 0.50"), 1, 1, 1);

        assertThat(EntryShares.of(line))
                .containsEntry(entry(0), Money.parse("USD 0.01"))
                .containsEntry(entry(1), Money.parse("USD 0.01"))
                .containsEntry(entry(2), Money.parse("USD 0.01"));
        assertThat(EntryShares.of(line(Money.parse("USD 0.40"), 1, 1, 1)))
                .containsEntry(entry(0), Money.parse("USD 0.01"))
                .containsEntry(entry(1), Money.parse("USD 0.00"))
                .containsEntry(entry(2), Money.parse("USD 0.01"));
    }

    @Test
    void a_line_without_time_has_no_shares() {
        assertThat(EntryShares.of(new InvoiceLine.Manual(1, Category.MANUAL, Money.parse("USD 5.00"))))
                .isEmpty();
    }

    private static InvoiceLine.Hourly line(Money perHour, int... minutes) {
        HourlyRate rate = new HourlyRate(perHour);
        List<TimeItem> items = new ArrayList<>();
        long all = 0;
        for (int place = 0; place < minutes.length; place++) {
            items.add(new TimeItem(new EntryVersion(entry(place), 1), DAY, minutes[place], minutes[place]));
            all += minutes[place];
        }
        return new InvoiceLine.Hourly(
                1,
                rate.priceOf(all),
                new Work.Worker(new PersonId(new UUID(5, 1)), null),
                new Rate(new RateScope.Default(), rate, LocalDate.of(2026, 1, 1)),
                items);
    }

    private static TimeEntryId entry(int place) {
        return new TimeEntryId(new UUID(6, place));
    }
}
