package feewright.contract;

import feewright.engagement.TermsOffer;
import feewright.engagement.TermsOffer.PackageOffer;
import feewright.fixture.Offers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Terms of fees by chance: odd amounts, every cadence, anchor, timing and proration, from any day, with and without an end. */
final class RandomFees {

    private static final List<String> CADENCES =
            List.of("one_time", "weekly", "monthly", "monthly", "monthly", "quarterly", "semi_annual", "annual");

    private RandomFees() {}

    static TermsOffer of(Random random) {
        LocalDate start = LocalDate.of(2025, 12, 20).plusDays(random.nextInt(80));
        PackageOffer packaged = packaged(random);
        return Offers.over(
                start,
                random.nextInt(3) == 0 ? null : start.plusDays(20L + random.nextInt(700)),
                Offers.offer("package", packaged, null));
    }

    private static PackageOffer packaged(Random random) {
        String cadence = any(random, CADENCES);
        return new PackageOffer(
                amount(random),
                cadence,
                cadence.equals("one_time") || random.nextBoolean() ? "in_advance" : "in_arrears",
                random.nextBoolean() ? "anniversary" : "calendar",
                random.nextInt(3) == 0 ? "full" : "by_day");
    }

    private static TermsOffer.MoneyOffer amount(Random random) {
        int cents = random.nextInt(10) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(200_000);
        return Offers.usd(BigDecimal.valueOf(cents, 2).toPlainString());
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
