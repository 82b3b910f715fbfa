package feewright.bench;

import feewright.engagement.TermsOffer;
import feewright.engagement.TermsOffer.ConditionsOffer;
import feewright.engagement.TermsOffer.HourlyOffer;
import feewright.engagement.TermsOffer.MoneyOffer;
import feewright.engagement.TermsOffer.PackageOffer;
import feewright.engagement.TermsOffer.RateOffer;
import java.time.LocalDate;
import java.util.List;

/** Mixed terms from a first of a month on: a monthly fee in arrears, and the month's hours beside it. */
public final class TypicalTerms {

    /** The zone in which its dates are read. */
    public static final String ZONE = "UTC";

    private TypicalTerms() {}

    /** Issued by a person. */
    static TermsOffer from(LocalDate start) {
        return offer(start, false);
    }

    /** Issued by runs. */
    public static TermsOffer automatic(LocalDate start) {
        return offer(start, true);
    }

    private static TermsOffer offer(LocalDate start, boolean automatic) {
        PackageOffer fee = new PackageOffer(usd("2400.00"), "monthly", "in_arrears", "calendar", "by_day");
        RateOffer everybody = new RateOffer(null, null, usd("140.00"), null);
        RateOffer partner = new RateOffer(null, "partner", usd("260.00"), null);
        HourlyOffer hours = new HourlyOffer(
                "monthly", "calendar", 15, "up", List.of(everybody, partner), TermsOffer.AdjustmentsOffer.NONE);
        ConditionsOffer conditions = new ConditionsOffer(14, ZONE, false, automatic, "bill_every_period", "manual");
        return new TermsOffer("mixed", "USD", start, null, fee, hours, conditions);
    }

    private static MoneyOffer usd(String amount) {
        return new MoneyOffer(amount, "USD");
    }
}
