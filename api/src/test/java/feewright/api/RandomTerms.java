package feewright.api;

import feewright.engagement.TermsOffer;
import feewright.engagement.TermsOffer.ConditionsOffer;
import feewright.engagement.TermsOffer.HourlyOffer;
import feewright.engagement.TermsOffer.MoneyOffer;
import feewright.engagement.TermsOffer.PackageOffer;
import feewright.engagement.TermsOffer.RateOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms by chance, of every kind that the terms have: currencies with no, two and three decimals, odd amounts, odd days. */
record RandomTerms(Random random, List<UUID> people) {

    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");
    private static final List<String> CADENCES =
            List.of("weekly", "monthly", "monthly", "quarterly", "semi_annual", "annual");
    private static final List<String> ANCHORS = List.of("anniversary", "calendar");

    TermsOffer next() {
        String currency = one(CURRENCIES);
        String mode = one(List.of("package", "hourly", "mixed", "mixed"));
        LocalDate start = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(200));
        LocalDate end = random.nextInt(3) == 0 ? null : start.plusDays(5 + random.nextInt(300));
        return new TermsOffer(
                mode,
                currency,
                start,
                end,
                mode.equals("hourly") ? null : packaged(currency),
                mode.equals("package") ? null : hourly(currency, start),
                new ConditionsOffer(random.nextInt(60), "America/New_York", false, false, null, null));
    }

    private PackageOffer packaged(String currency) {
        boolean once = random.nextInt(8) == 0;
        return new PackageOffer(
                amount(currency, 5_000_000),
                once ? "one_time" : one(CADENCES),
                once ? "in_advance" : one(List.of("in_advance", "in_arrears")),
                one(ANCHORS),
                one(List.of("by_day", "by_day", "full")));
    }

    private HourlyOffer hourly(String currency, LocalDate start) {
        List<RateOffer> rates = new ArrayList<>();
        rates.addAll(rates(currency, null, null, start));
        if (random.nextBoolean()) {
            rates.addAll(rates(currency, null, "senior", start));
        }
        if (random.nextBoolean()) {
            rates.addAll(rates(currency, one(people), null, start));
        }
        return new HourlyOffer(
                one(CADENCES),
                one(ANCHORS),
                one(List.of(1, 5, 6, 7, 10, 15, 30, 60)),
                one(List.of("up", "nearest", "down")),
                List.copyOf(rates),
                TermsOffer.AdjustmentsOffer.NONE);
    }

    /** A first rate, and perhaps later ones that follow it. */
    private List<RateOffer> rates(String currency, @Nullable UUID person, @Nullable String role, LocalDate start) {
        List<RateOffer> rates = new ArrayList<>();
        rates.add(new RateOffer(person, role, amount(currency, 50_000), null));
        for (int later = random.nextInt(3); later > 0; later--) {
            rates.add(new RateOffer(person, role, amount(currency, 50_000), start.plusDays(10L + 30L * later)));
        }
        return rates;
    }

    MoneyOffer amount(String currency, int most) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return new MoneyOffer(
                BigDecimal.valueOf(1 + random.nextInt(most), decimals).toPlainString(), currency);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
