package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where billing stands after bills and voids (requirements C2, I5, P1). */
class BillingCursorTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Terms MONTHLY = terms(new Term(START, null), Cadence.MONTHLY, Timing.IN_ADVANCE);

    /** Four months were billed; then some are voided. */
    @ParameterizedTest
    @CsvSource({
        "'', 2026-05-01 2026-06-01",
        "2026-02-01, 2026-02-01 2026-05-01 2026-06-01",
        "2026-04-01, 2026-04-01 2026-05-01",
        "2026-01-01, 2026-01-01 2026-05-01",
        "2026-03-01 2026-01-01, 2026-01-01 2026-03-01 2026-05-01",
        "2026-04-01 2026-03-01, 2026-03-01 2026-04-01 2026-05-01",
        "2026-01-01 2026-02-01 2026-03-01 2026-04-01, 2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01",
        "2026-02-01 2026-02-01, 2026-02-01 2026-05-01",
    })
    void released_periods_are_billed_oldest_first_and_then_the_package_goes_on_I5(String voided, String next) {
        BillingCursor cursor = BillingCursor.atStart(MONTHLY);
        for (int month = 0; month < 4; month++) {
            cursor = billed(MONTHLY, cursor);
        }
        for (LocalDate start : days(voided)) {
            cursor = cursor.releasing(MONTHLY, List.of(start), cursor.billedOn());
        }

        List<LocalDate> following = new ArrayList<>();
        for (int bill = 0; bill < days(next).size(); bill++) {
            following.add(Objects.requireNonNull(cursor.nextPackageStart()));
            assertThat(cursor.packageDueOn()).isEqualTo(cursor.nextPackageStart());
            cursor = billed(MONTHLY, cursor);
        }

        assertThat(following).isEqualTo(days(next));
        assertThat(cursor.isReleased()).isFalse();
    }

    @Test
    void a_one_time_fee_that_was_voided_is_billed_once_more_and_then_never() {
        Terms once = terms(new Term(START, LocalDate.of(2026, 7, 1)), Cadence.ONE_TIME, Timing.IN_ADVANCE);
        BillingCursor billed = billed(once, BillingCursor.atStart(once));
        assertThat(billed.nextPackageStart()).isNull();
        assertThat(billed.packageDueOn()).isNull();

        BillingCursor released = billed.releasing(once, List.of(START), null);

        assertThat(released.nextPackageStart()).isEqualTo(START);
        assertThat(released.packageDueOn()).isEqualTo(START);
        assertThat(released.billedOn()).isNull();
        assertThat(billed(once, released)).isEqualTo(billed);
    }

    @Test
    void the_last_period_of_a_term_that_was_voided_is_billed_once_more() {
        Terms ending = terms(new Term(START, LocalDate.of(2026, 2, 15)), Cadence.MONTHLY, Timing.IN_ARREARS);
        BillingCursor over = billed(ending, billed(ending, BillingCursor.atStart(ending)));
        assertThat(over.nextPackageStart()).isNull();

        BillingCursor released = over.releasing(ending, List.of(LocalDate.of(2026, 2, 1)), LocalDate.of(2026, 2, 1));

        assertThat(released.packageDueOn()).isEqualTo(LocalDate.of(2026, 2, 15));
        assertThat(billed(ending, released)).isEqualTo(over);
    }

    @Test
    void billing_an_old_period_again_does_not_move_the_latest_day_back() {
        BillingCursor cursor = billed(MONTHLY, billed(MONTHLY, BillingCursor.atStart(MONTHLY)));
        LocalDate february = LocalDate.of(2026, 2, 1);

        BillingCursor again = billed(MONTHLY, cursor.releasing(MONTHLY, List.of(START), february));

        assertThat(again).isEqualTo(cursor);
        assertThat(again.billedOn()).isEqualTo(february);
    }

    @Test
    void skipping_goes_on_from_its_day_and_keeps_what_was_released() {
        BillingCursor cursor = billed(MONTHLY, billed(MONTHLY, BillingCursor.atStart(MONTHLY)))
                .releasing(MONTHLY, List.of(START), LocalDate.of(2026, 2, 1));

        BillingCursor skipped = cursor.skippingTo(MONTHLY, LocalDate.of(2026, 6, 1));

        assertThat(skipped.nextPackageStart()).isEqualTo(START);
        assertThat(billed(MONTHLY, skipped).nextPackageStart()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void dues_without_a_package_leave_the_package_where_it_is() {
        BillingCursor cursor = BillingCursor.atStart(MONTHLY).releasing(MONTHLY, List.of(), null);

        BillingCursor after = cursor.after(MONTHLY, LocalDate.of(2026, 3, 1), null);

        assertThat(after.nextPackageStart()).isEqualTo(START);
        assertThat(after.billedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void after_any_bills_and_voids_each_period_is_claimed_once_and_together_they_tile_the_term_C2_P1() {
        Random random = new Random(20260404);
        for (int round = 0; round < 300; round++) {
            Terms terms = anyTerms(random);
            Claims claims = new Claims(terms);
            int steps = random.nextInt(60);
            for (int step = 0; step < steps; step++) {
                if (random.nextInt(3) == 0) {
                    claims.voidAny(random);
                } else {
                    claims.bill();
                }
            }

            while (claims.bill()) {}

            assertThat(claims.starts())
                    .isEqualTo(
                            allPeriods(terms).stream().map(BillingPeriod::start).toList());
        }
    }

    /** The periods that stand as billed, with their billing days, and the cursor that says which comes next. */
    private static final class Claims {

        private final Terms terms;
        private final List<BillingPeriod> all;
        private final TreeMap<LocalDate, LocalDate> billed = new TreeMap<>();
        private BillingCursor cursor;

        private Claims(Terms terms) {
            this.terms = terms;
            this.all = allPeriods(terms);
            this.cursor = BillingCursor.atStart(terms);
        }

        /** Bills the next period; false where there is none left. */
        private boolean bill() {
            Optional<LocalDate> oldest = all.stream()
                    .map(BillingPeriod::start)
                    .filter(start -> !billed.containsKey(start))
                    .findFirst();
            assertThat(cursor.nextPackageStart()).isEqualTo(oldest.orElse(null));
            oldest.ifPresent(start -> {
                LocalDate due = Objects.requireNonNull(cursor.packageDueOn());
                assertThat(billed.put(start, due)).isNull();
                cursor = cursor.after(terms, due, start);
            });
            return oldest.isPresent();
        }

        private void voidAny(Random random) {
            if (billed.isEmpty()) {
                return;
            }
            LocalDate start = List.copyOf(billed.keySet()).get(random.nextInt(billed.size()));
            billed.remove(start);
            LocalDate latest =
                    billed.values().stream().max(LocalDate::compareTo).orElse(null);
            cursor = cursor.releasing(terms, List.of(start), latest);
            assertThat(cursor.billedOn()).isEqualTo(latest);
        }

        private List<LocalDate> starts() {
            return List.copyOf(billed.keySet());
        }
    }

    private static BillingCursor billed(Terms terms, BillingCursor cursor) {
        return cursor.after(terms, Objects.requireNonNull(cursor.packageDueOn()), cursor.nextPackageStart());
    }

    private static List<BillingPeriod> allPeriods(Terms terms) {
        List<BillingPeriod> all = new ArrayList<>();
        PackageTerms packaged = terms.pricing().packageTerms().orElseThrow();
        Optional<BillingPeriod> period = terms.firstPackagePeriod();
        while (period.isPresent()) {
            all.add(period.get());
            period = packaged.calendar(terms.term()).after(period.get());
        }
        return all;
    }

    private static Terms anyTerms(Random random) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
        Term term = new Term(start, start.plusDays(1 + random.nextInt(700)));
        return terms(term, any(random, List.of(Cadence.values())), any(random, List.of(Timing.values())));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Terms terms(Term term, Cadence cadence, Timing timing) {
        PackageTerms packaged = new PackageTerms(
                Money.of(CurrencyUnit.USD, 1000), cadence, timing, Anchor.ANNIVERSARY, Proration.BY_DAY);
        return new Terms(
                new TermsId(new UUID(0, 1)),
                CurrencyUnit.USD,
                term,
                new Pricing.Packaged(packaged),
                new Terms.Conditions(
                        30,
                        ZoneId.of("America/New_York"),
                        false,
                        true,
                        CatchUp.BILL_EVERY_PERIOD,
                        CreditApplicationMode.MANUAL));
    }

    private static List<LocalDate> days(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.split(" ")).stream().map(LocalDate::parse).toList();
    }
}
