package feewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.Invoices.InvoiceFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When runs bill: on the day of the engagement's own zone, and the same whenever they happen to run (requirements C1 to C3). */
class ScheduleTest {

    /** A tick every hour over both changes of the clocks (where there are any, of an hour), in the zone's own days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pacific/Apia",
                "America/Sao_Paulo",
                "Europe/London",
                "Pacific/Pago_Pago",
                "Pacific/Kiritimati",
                "America/New_York",
                "Asia/Kathmandu",
                "Africa/Cairo"
            })
    void a_day_begins_at_midnight_of_the_zone_through_both_changes_of_the_clocks(String zone) {
        ZoneId here = ZoneId.of(zone);
        Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
        LocalDate start = LocalDate.of(2026, 3, 1);
        PackageOffer weekly = Offers.packaged("10.00", "weekly", "in_advance");
        SignedEngagement engagement = office.signed(terms("package", start, null, weekly, null, zone));

        List<Instant> issued = new ArrayList<>();
        Instant end = start.plusWeeks(36).atStartOfDay(here).toInstant();
        for (Instant now = start.minusDays(1).atStartOfDay(here).toInstant(); now.isBefore(end); ) {
            Instant tick = now;
            office.engine
                    .startRun()
                    .startScheduled(office.firm, tick)
                    .ifPresent(run -> issued.addAll(times(office.progress(office.worked(run, tick)), tick)));
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(issued)
                .isEqualTo(Stream.iterate(0, week -> week < 36, week -> week + 1)
                        .map(week -> start.plusWeeks(week).atStartOfDay(here).toInstant())
                        .toList());
        assertThat(heads(office, engagement))
                .allSatisfy(head ->
                        assertThat(head.dates().issue()).isEqualTo(head.dates().billing()));
    }

    @Test
    void the_day_that_apia_skipped_is_on_no_calendar_but_loses_no_period() {
        Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
        PackageOffer weekly = Offers.packaged("10.00", "weekly", "in_advance");
        LocalDate start = LocalDate.of(2011, 12, 16);
        SignedEngagement engagement = office.signed(terms("package", start, null, weekly, null, "Pacific/Apia"));

        for (Instant now = Instant.parse("2011-12-15T00:00:00Z");
                now.isBefore(Instant.parse("2012-01-14T00:00:00Z"));
                now = now.plus(Duration.ofHours(1))) {
            Instant tick = now;
            office.engine.startRun().startScheduled(office.firm, tick).ifPresent(run -> office.worked(run, tick));
        }

        assertThat(heads(office, engagement).reversed())
                .extracting(head -> head.dates().billing())
                .containsExactly(
                        LocalDate.of(2011, 12, 16),
                        LocalDate.of(2011, 12, 23),
                        LocalDate.of(2011, 12, 30),
                        LocalDate.of(2012, 1, 6),
                        LocalDate.of(2012, 1, 13));
    }

    /** Random terms with random time, billed day by day, at random instants, and once at the end. */
    @Test
    void whenever_runs_happen_the_invoices_are_the_same() {
        Random random = new Random(20261122);
        for (int round = 0; round < 60; round++) {
            TermsInput offer = any(random);
            LocalDate end = offer.end() == null ? offer.start().plusDays(500) : offer.end();
            List<LocalDate> work = Stream.generate(() -> offer.start().plusDays(random.nextInt(300)))
                    .limit(12)
                    .filter(day -> day.isBefore(end))
                    .toList();

            List<String> daily = billed(offer, work, days(offer.start().minusDays(3), 520, 1));
            List<String> once = billed(offer, work, List.of(offer.start().plusDays(516)));
            List<String> sometimes = billed(offer, work, sometimes(random, offer.start()));

            assertThat(once).as("%s", offer).isEqualTo(daily);
            assertThat(sometimes).as("%s", offer).isEqualTo(daily);
        }
    }

    private static List<String> billed(TermsInput offer, List<LocalDate> work, List<LocalDate> days) {
        Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
        SignedEngagement engagement = office.signed(offer);
        if (offer.hourly() != null) {
            work.forEach(day -> office.approvedAt(engagement, day, 60, noon(LocalDate.of(2032, 1, 1))));
        }
        days.forEach(day -> office.engine
                .startRun()
                .startScheduled(office.firm, noon(day))
                .ifPresent(run -> office.worked(run, noon(day))));
        return heads(office, engagement).reversed().stream()
                .map(head -> head.dates().billing() + " " + head.totals())
                .toList();
    }

    private static List<LocalDate> sometimes(Random random, LocalDate start) {
        List<LocalDate> days = new ArrayList<>(Stream.generate(() -> start.plusDays(random.nextInt(516)))
                .limit(9)
                .sorted()
                .toList());
        days.add(start.plusDays(516));
        return days;
    }

    private static List<LocalDate> days(LocalDate from, int count, int step) {
        return Stream.iterate(from, day -> day.plusDays(step)).limit(count).toList();
    }

    private static TermsInput any(Random random) {
        List<String> cadences = List.of("weekly", "monthly", "quarterly", "semi_annual", "annual", "one_time");
        List<String> recurring = cadences.subList(0, 5);
        List<String> anchors = List.of("anniversary", "calendar");
        LocalDate start = LocalDate.of(2027, 11, 1).plusDays(random.nextInt(120));
        String cadence = cadences.get(random.nextInt(6));
        boolean endless = random.nextBoolean() && !cadence.equals("one_time");
        LocalDate end = endless ? null : start.plusDays(40 + random.nextInt(400));
        String mode = List.of("package", "hourly", "mixed").get(random.nextInt(3));
        PackageOffer packaged = new PackageOffer(
                Offers.usd("1000.01"),
                cadence,
                random.nextBoolean() ? "in_advance" : "in_arrears",
                anchors.get(random.nextInt(2)),
                "by_day");
        HourlyOffer hourly = new HourlyOffer(
                recurring.get(random.nextInt(5)),
                anchors.get(random.nextInt(2)),
                6,
                "up",
                List.of(Offers.rate("100.00")),
                TermsInput.AdjustmentsOffer.NONE);
        return terms(
                mode,
                start,
                end,
                mode.equals("hourly") ? null : packaged,
                mode.equals("package") ? null : hourly,
                "America/New_York");
    }

    private static TermsInput terms(
            String mode,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable PackageOffer packaged,
            @Nullable HourlyOffer hourly,
            String zone) {
        ConditionsOffer conditions = new ConditionsOffer(30, zone, false, true, "bill_every_period", null);
        return new TermsInput(mode, "USD", start, end, packaged, hourly, conditions);
    }

    private static List<Instant> times(RunProgress progress, Instant tick) {
        return Stream.generate(() -> tick)
                .limit(progress.count(RunItem.Outcome.ISSUED))
                .toList();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static List<Invoice.Head> heads(Office office, SignedEngagement engagement) {
        InvoiceFilter filter = new InvoiceFilter(null, null, engagement.id(), null, null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().page(office.firm, filter, 1000));
    }
}
