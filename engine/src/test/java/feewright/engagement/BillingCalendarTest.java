package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.money.DayShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingCalendarTest {

    private static final List<Cadence> RECURRING =
            List.of(Cadence.WEEKLY, Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.SEMI_ANNUAL, Cadence.ANNUAL);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MONTHLY, ANNIVERSARY, 2024-01-31, -, 2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31",
                "MONTHLY, ANNIVERSARY, 2025-01-29, -, 2025-01-29 2025-02-28 2025-03-29",
                "MONTHLY, ANNIVERSARY, 2025-01-30, -, 2025-01-30 2025-02-28 2025-03-30",
                "QUARTERLY, ANNIVERSARY, 2024-11-30, -, 2024-11-30 2025-02-28 2025-05-30",
                "SEMI_ANNUAL, ANNIVERSARY, 2024-08-31, -, 2024-08-31 2025-02-28 2025-08-31",
                "ANNUAL, ANNIVERSARY, 2024-02-29, -, 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
                "WEEKLY, ANNIVERSARY, 2026-03-05, -, 2026-03-05 2026-03-12 2026-03-19",
                "WEEKLY, CALENDAR, 2026-03-05, -, 2026-03-05 2026-03-09 2026-03-16",
                "MONTHLY, CALENDAR, 2026-01-15, -, 2026-01-15 2026-02-01 2026-03-01",
                "QUARTERLY, CALENDAR, 2026-02-10, -, 2026-02-10 2026-04-01 2026-07-01",
                "SEMI_ANNUAL, CALENDAR, 2026-02-10, -, 2026-02-10 2026-07-01 2027-01-01",
                "ANNUAL, CALENDAR, 2026-02-10, -, 2026-02-10 2027-01-01 2028-01-01",
                "MONTHLY, ANNIVERSARY, 2026-01-31, 2026-03-10, 2026-01-31 2026-02-28 2026-03-10",
                "ONE_TIME, ANNIVERSARY, 2026-01-31, 2026-03-10, 2026-01-31 2026-03-10",
                "ONE_TIME, ANNIVERSARY, 2026-01-31, -, 2026-01-31 2026-02-01",
            })
    void boundaries_derive_from_the_anchor_C1(
            Cadence cadence, Anchor anchor, LocalDate start, @Nullable LocalDate end, String boundaries) {
        BillingCalendar calendar = new BillingCalendar(cadence, anchor, new Term(start, end));
        List<LocalDate> expected =
                List.of(boundaries.split(" ")).stream().map(LocalDate::parse).toList();

        List<LocalDate> actual = new ArrayList<>(List.of(start));
        Optional<BillingPeriod> period = Optional.of(calendar.first());
        while (period.isPresent() && actual.size() < expected.size()) {
            actual.add(period.get().end());
            period = calendar.after(period.get());
        }

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void periods_tile_the_term_and_every_day_finds_its_own_C2() {
        Random random = new Random(20260102);
        for (int round = 0; round < 3_000; round++) {
            Term term = term(random);
            Cadence cadence = any(random, RECURRING);
            Anchor anchor = any(random, List.of(Anchor.ANNIVERSARY, Anchor.CALENDAR));
            BillingCalendar calendar = new BillingCalendar(cadence, anchor, term);

            BillingPeriod period = calendar.first();
            assertThat(period.start()).isEqualTo(term.start());
            while (!period.end().equals(term.end())) {
                LocalDate inside =
                        period.start().plusDays(random.nextInt(period.share().length()));
                assertThat(calendar.periodOf(inside)).contains(period);
                BillingPeriod next = calendar.after(period).orElseThrow();
                assertThat(next.start()).as("%s %s %s", cadence, anchor, term).isEqualTo(period.end());
                period = next;
            }
            assertThat(calendar.after(period)).isEmpty();
            assertThat(calendar.periodOf(term.start().minusDays(1))).isEmpty();
        }
    }

    @Test
    void a_term_that_ends_and_one_that_follows_it_share_the_fee_of_the_split_period_C2() {
        PackageTerms terms = new PackageTerms(
                Money.of(CurrencyUnit.USD, 1000),
                Cadence.MONTHLY,
                Timing.IN_ADVANCE,
                Anchor.CALENDAR,
                Proration.BY_DAY);
        LocalDate handOver = LocalDate.of(2028, 2, 18);

        BillingPeriod before = terms.calendar(new Term(LocalDate.of(2028, 1, 1), handOver))
                .periodOf(handOver.minusDays(1))
                .orElseThrow();
        BillingPeriod after = terms.calendar(new Term(handOver, null)).first().orElseThrow();

        assertThat(before.share()).isEqualTo(new DayShare(0, 17, 29));
        assertThat(terms.chargeFor(before).plus(terms.chargeFor(after))).isEqualTo(terms.fee());
    }

    @Test
    void a_day_far_from_the_anchor_costs_no_more_than_a_near_one() {
        BillingCalendar calendar =
                new BillingCalendar(Cadence.MONTHLY, Anchor.ANNIVERSARY, new Term(LocalDate.of(1970, 1, 31), null));

        Optional<BillingPeriod> period = calendar.periodOf(LocalDate.of(2199, 12, 30));

        assertThat(period).contains(BillingPeriod.whole(LocalDate.of(2199, 11, 30), LocalDate.of(2199, 12, 31)));
    }

    private static Term term(Random random) {
        LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
        return new Term(start, start.plusDays(1 + random.nextInt(1200)));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
