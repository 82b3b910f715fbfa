package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The periods of a package whose term is cut by an ending and by pauses (requirements C2, R1). */
class PackageCalendarTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void what_is_billed_and_what_is_paused_tile_the_term_and_add_up_to_the_whole_fee_C2() {
        Random random = new Random(20261123);
        for (int round = 0; round < 3_000; round++) {
            Term term = anyTerm(random);
            PackageTerms terms = terms(any(random, List.of(Cadence.values())), Proration.BY_DAY, random);
            List<BillingPeriod> parts = all(terms.calendar(term));

            assertThat(parts).allSatisfy(part -> {
                assertThat(term.isPausedOn(part.start())).isFalse();
                assertThat(term.isPausedOn(part.end().minusDays(1))).isFalse();
            });
            Map<BillingPeriod, Money> wholes = new HashMap<>();
            List<BillingPeriod> tiles = new ArrayList<>(parts);
            tiles.addAll(paused(terms, term));
            tiles.sort((one, other) -> one.start().compareTo(other.start()));
            LocalDate at = term.start();
            for (BillingPeriod tile : tiles) {
                assertThat(tile.start()).as("%s %s", terms, term).isEqualTo(at);
                at = tile.end();
                BillingPeriod cut = new BillingCalendar(terms.cadence(), terms.anchor(), term)
                        .periodOf(tile.start())
                        .orElseThrow();
                wholes.merge(cut, tile.share().of(terms.fee()), Money::plus);
            }
            assertThat(at).isEqualTo(term.end());
            wholes.forEach((whole, sum) -> assertThat(sum)
                    .as("%s %s", terms, term)
                    .isEqualTo(whole.share().of(terms.fee())));
        }
    }

    @Test
    void with_the_whole_fee_a_period_is_left_out_only_where_all_of_it_is_paused() {
        Term term = paused(new Pause(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 4, 2)));

        List<BillingPeriod> periods =
                all(terms(Cadence.MONTHLY, Proration.FULL, new Random(1)).calendar(term));

        assertThat(periods)
                .extracting(BillingPeriod::start)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    }

    @Test
    void while_a_pause_lasts_nothing_follows_it_in_an_open_term() {
        Term open = new Term(START, null, null, List.of(new Pause(LocalDate.of(2026, 2, 10), null)));
        PackageCalendar calendar =
                terms(Cadence.MONTHLY, Proration.BY_DAY, new Random(1)).calendar(open);

        assertThat(all(calendar)).extracting(BillingPeriod::end).endsWith(LocalDate.of(2026, 2, 10));
        assertThat(calendar.startingFrom(LocalDate.of(2026, 2, 10))).isEmpty();
    }

    @Test
    void a_term_that_ended_early_prorates_a_one_time_fee_over_what_was_agreed() {
        Term ended = new Term(START, LocalDate.of(2026, 7, 1))
                .following(new EngagementAmendments(LocalDate.of(2026, 2, 1), List.of()));

        List<BillingPeriod> periods =
                all(terms(Cadence.ONE_TIME, Proration.BY_DAY, new Random(1)).calendar(ended));

        assertThat(periods)
                .containsExactly(new BillingPeriod(START, LocalDate.of(2026, 2, 1), START, LocalDate.of(2026, 7, 1)));
    }

    private static Term paused(Pause... pauses) {
        LocalDate end = LocalDate.of(2026, 6, 1);
        return new Term(START, end, end, List.of(pauses));
    }

    private static List<BillingPeriod> all(PackageCalendar calendar) {
        List<BillingPeriod> all = new ArrayList<>();
        Optional<BillingPeriod> period = calendar.first();
        while (period.isPresent()) {
            assertThat(calendar.periodOf(period.get().start())).isEqualTo(period);
            all.add(period.get());
            period = calendar.after(period.get());
        }
        return all;
    }

    /** The paused days, cut by the same boundaries. */
    private static List<BillingPeriod> paused(PackageTerms terms, Term term) {
        BillingCalendar calendar = new BillingCalendar(terms.cadence(), terms.anchor(), term);
        List<BillingPeriod> paused = new ArrayList<>();
        for (Pause pause : term.pauses()) {
            LocalDate at = pause.firstDay();
            LocalDate until = pause.resumedOn() == null ? term.end() : term.clip(pause.resumedOn());
            while (until != null && at.isBefore(until)) {
                BillingPeriod period = calendar.periodOf(at).orElseThrow();
                LocalDate end = period.end().isBefore(until) ? period.end() : until;
                paused.add(new BillingPeriod(at, end, period.wholeStart(), period.wholeEnd()));
                at = end;
            }
        }
        return paused;
    }

    private static Term anyTerm(Random random) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
        LocalDate agreed = start.plusDays(40 + random.nextInt(700));
        List<Pause> pauses = new ArrayList<>();
        LocalDate at = start.plusDays(random.nextInt(60));
        while (at.isBefore(agreed) && pauses.size() < 4) {
            LocalDate resumed = at.plusDays(1 + random.nextInt(random.nextBoolean() ? 5 : 100));
            boolean lasts = random.nextInt(8) == 0 || !resumed.isBefore(agreed);
            pauses.add(new Pause(at, lasts ? null : resumed));
            at = lasts ? agreed : resumed.plusDays(1 + random.nextInt(80));
        }
        Term term = new Term(start, agreed, agreed, pauses);
        LocalDate ended = start.plusDays(1 + random.nextInt(600));
        if (random.nextBoolean() || !ended.isBefore(agreed)) {
            return term;
        }
        List<Pause> before = pauses.stream()
                .filter(pause -> pause.firstDay().isBefore(ended))
                .toList();
        return new Term(start, agreed).following(new EngagementAmendments(ended, before));
    }

    private static PackageTerms terms(Cadence cadence, Proration proration, Random random) {
        return new PackageTerms(
                Money.ofMinor(CurrencyUnit.USD, 100_00 + random.nextInt(900)),
                cadence,
                Timing.IN_ADVANCE,
                random.nextBoolean() ? Anchor.ANNIVERSARY : Anchor.CALENDAR,
                proration);
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
