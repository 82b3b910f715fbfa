package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open of a month's fee from 2026-01-01 on, by the days that were billed and those that stand (requirements C2, I5). */
class OpenPeriodsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** Billed are {@code start end until}, by dots where nothing stands; paused is {@code from until}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing billed, BY_DAY, '', '', '', 2026-01-01",
        "all stands, BY_DAY, 2026-01-01 2026-02-01 2026-02-01, '', '', 2026-02-01",
        "voided, BY_DAY, 2026-01-01 2026-02-01 ., '', 2026-01-01, 2026-02-01",
        "cut by a pause that lasts, BY_DAY, 2026-01-01 2026-02-01 2026-01-10, 2026-01-10 ., '', .",
        "the rest of a pause, BY_DAY, 2026-01-01 2026-02-01 2026-01-10, 2026-01-10 2026-01-20, 2026-01-20, 2026-02-01",
        "the rest is billed, BY_DAY, 2026-01-01 2026-02-01 2026-01-10 2026-01-20 2026-02-01 2026-02-01, 2026-01-10"
                + " 2026-01-20, '', 2026-02-01",
        "begun before the line, BY_DAY, 2026-02-01 2026-03-01 ., 2026-01-10 2026-02-10, 2026-02-10, 2026-03-01",
        "a void cut in two, BY_DAY, 2026-01-01 2026-02-01 ., 2026-01-10 2026-01-20, 2026-01-01 2026-01-20, 2026-02-01",
        "skipped before, BY_DAY, 2026-03-01 2026-04-01 2026-04-01, '', '', 2026-04-01",
        "whole fee paused in part, FULL, 2026-01-01 2026-02-01 2026-02-01, 2026-01-10 2026-01-20, '', 2026-02-01",
        "whole fee paused, FULL, 2026-02-01 2026-03-01 ., 2026-01-10 ., '', .",
        "whole fee counts again, FULL, 2026-02-01 2026-03-01 ., 2026-01-10 2026-02-10, 2026-02-01, 2026-03-01",
    })
    void what_was_billed_once_and_stands_no_more_is_open_again(
            String name,
            Proration proration,
            @Nullable String billed,
            @Nullable String paused,
            @Nullable String again,
            String following) {
        OpenPeriods open = OpenPeriods.of(terms(proration, days(paused)), billed(days(billed)));

        assertThat(open.again()).as(name).isEqualTo(days(again));
        assertThat(open.following()).as(name).isEqualTo(days(following).getFirst());
    }

    private static List<BilledDays> billed(List<@Nullable LocalDate> days) {
        List<BilledDays> billed = new ArrayList<>();
        for (int place = 0; place < days.size(); place += 3) {
            billed.add(new BilledDays(days.get(place), days.get(place + 1), days.get(place + 2)));
        }
        return billed;
    }

    private static Terms terms(Proration proration, List<@Nullable LocalDate> paused) {
        List<Pause> pauses = paused.isEmpty() ? List.of() : List.of(new Pause(paused.get(0), paused.get(1)));
        PackageTerms packaged = new PackageTerms(
                Money.of(CurrencyUnit.USD, 310), Cadence.MONTHLY, Timing.IN_ADVANCE, Anchor.ANNIVERSARY, proration);
        return new Terms(
                new TermsId(new UUID(0, 1)),
                CurrencyUnit.USD,
                new Term(START, null, null, pauses),
                new Pricing.Packaged(packaged),
                new Terms.Conditions(
                        30, ZoneId.of("UTC"), false, true, CatchUp.BILL_EVERY_PERIOD, CreditApplicationMode.MANUAL));
    }

    /** A dot is no day. */
    private static List<@Nullable LocalDate> days(@Nullable String text) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            for (String day : text.split(" ")) {
                days.add(day.equals(".") ? null : LocalDate.parse(day));
            }
        }
        return days;
    }
}
