package feewright.contract;

import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.fixture.Offers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Terms of fees by chance, as packages, minimums of hours or both: odd amounts, every cadence, anchor, timing and proration, from any day,
 * with and without an end.
 */
record RandomFees(Random random) {

    private static final List<String> CADENCES =
            List.of("weekly", "monthly", "monthly", "monthly", "quarterly", "semi_annual", "annual");

    TermsInput offer() {
        LocalDate start = LocalDate.of(2025, 12, 20).plusDays(random.nextInt(80));
        LocalDate end = random.nextInt(3) == 0 ? null : start.plusDays(20L + random.nextInt(700));
        TermsInput offer = switch (random.nextInt(5)) {
            case 0 -> Offers.offer("hourly", null, hours());
            case 1 -> Offers.offer("mixed", packaged(), hours());
            default -> Offers.offer("package", packaged(), null);
        };
        return Offers.over(start, end, offer);
    }

    private PackageOffer packaged() {
        String cadence = random.nextInt(8) == 0 ? "one_time" : any(CADENCES);
        return new PackageOffer(
                amount(),
                cadence,
                cadence.equals("one_time") || random.nextBoolean() ? "in_advance" : "in_arrears",
                anchor(),
                proration());
    }

    private HourlyOffer hours() {
        MinimumOffer minimum = new MinimumOffer(amount(), proration());
        return new HourlyOffer(
                any(CADENCES),
                anchor(),
                6,
                "up",
                List.of(Offers.rate("100.00")),
                new AdjustmentsOffer(null, null, minimum));
    }

    private String anchor() {
        return random.nextBoolean() ? "anniversary" : "calendar";
    }

    private String proration() {
        return random.nextInt(3) == 0 ? "full" : "by_day";
    }

    private TermsInput.MoneyInput amount() {
        int cents = random.nextInt(10) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(200_000);
        return Offers.usd(BigDecimal.valueOf(cents, 2).toPlainString());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
