package feewright.engagement;

import static feewright.fixture.Offers.hours;
import static feewright.fixture.Offers.offer;
import static feewright.fixture.Offers.packaged;
import static feewright.fixture.Offers.rate;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.engagement.TermsInput.MoneyInput;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.engagement.TermsInput.RateOffer;
import feewright.fixture.Offers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TermsReaderTest {

    private static final TermsId ID = new TermsId(new UUID(0, 1));

    @Test
    void nonsense_is_refused_with_all_its_faults_at_once_E3() {
        TermsInput nonsense = new TermsInput(
                "mixed",
                "USD",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 1),
                new PackageOffer(new MoneyInput("-5.00", "USD"), "fortnightly", "sometimes", null, null),
                new TermsInput.HourlyOffer("monthly", null, 0, "sideways", List.of(), TermsInput.AdjustmentsOffer.NONE),
                new ConditionsOffer(999, "Mars/Olympus", null, null, null, null));

        TermsReading reading = TermsReader.read(ID, nonsense);

        assertThat(codes(reading))
                .containsExactlyInAnyOrder(
                        "end-not-after-start /end",
                        "due-in-days-out-of-range /due_in_days",
                        "zone-unknown /zone",
                        "fee-not-a-positive-amount /package/fee/amount",
                        "cadence-unknown /package/cadence",
                        "timing-unknown /package/timing",
                        "increment-rounding-unknown /hourly/increment_rounding",
                        "increment-minutes-out-of-range /hourly/increment_minutes",
                        "rate-missing /hourly/rates");
    }

    @Test
    void each_mode_needs_its_parts_and_no_others_E3() {
        assertThat(codes(read("package", false, false))).containsExactly("package-missing /package");
        assertThat(codes(read("package", true, true))).containsExactly("hourly-not-expected /hourly");
        assertThat(codes(read("hourly", true, true))).containsExactly("package-not-expected /package");
        assertThat(codes(read("hourly", false, false))).containsExactly("hourly-missing /hourly");
        assertThat(codes(read("mixed", true, false))).containsExactly("hourly-missing /hourly");
        assertThat(read("mixed", true, true)).isInstanceOf(TermsReading.Valid.class);
    }

    @Test
    void one_currency_rules_all_amounts_E3() {
        RateOffer euros = new RateOffer(null, null, new MoneyInput("100.00", "EUR"), null);

        TermsReading reading = TermsReader.read(ID, offer("hourly", null, hours(6, euros)));

        assertThat(codes(reading)).containsExactly("currency-differs /hourly/rates/0/per_hour/currency");
    }

    @Test
    void two_rates_for_one_scope_and_day_are_refused() {
        TermsReading reading = TermsReader.read(ID, offer("hourly", null, hours(6, rate("100.00"), rate("120.00"))));

        assertThat(codes(reading)).containsExactly("rate-twice-for-one-day /hourly/rates");
    }

    @Test
    void a_fee_that_would_never_fall_due_is_refused() {
        TermsReading reading =
                TermsReader.read(ID, offer("package", packaged("100.00", "one_time", "in_arrears"), null));

        assertThat(codes(reading)).containsExactly("one-time-in-arrears-needs-an-end /package/cadence");
    }

    @Test
    void what_an_offer_leaves_open_takes_the_documented_default_E2() {
        TermsReading reading = TermsReader.read(ID, Offers.monthlyPackage("100.00"));

        assertThat(reading).isInstanceOf(TermsReading.Valid.class);
        Terms terms = ((TermsReading.Valid) reading).terms();
        assertThat(terms.conditions().catchUp()).isEqualTo(CatchUp.BILL_EVERY_PERIOD);
        assertThat(terms.conditions().creditApplication()).isEqualTo(CreditApplicationMode.MANUAL);
        assertThat(terms.conditions().autoIssue()).isFalse();
    }

    private static TermsReading read(String mode, boolean withPackage, boolean withHours) {
        return TermsReader.read(
                ID,
                offer(
                        mode,
                        withPackage ? packaged("100.00", "monthly", "in_advance") : null,
                        withHours ? hours(6, rate("100.00")) : null));
    }

    private static List<String> codes(TermsReading reading) {
        return reading instanceof TermsReading.Invalid(List<TermsFault> faults)
                ? faults.stream()
                        .map(fault -> fault.code() + " " + fault.pointer())
                        .toList()
                : List.of();
    }
}
