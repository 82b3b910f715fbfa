package feewright.bench;

import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.MoneyInput;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.engagement.TermsInput.RateOffer;
import java.time.LocalDate;
import java.util.List;

/** Mixed terms from a first of a month on: a monthly fee in arrears, and the month's hours beside it. */
public final class TypicalTerms {

    /** The zone in which its dates are read. */
    public static final String ZONE = "UTC";

    private TypicalTerms() {}

    /** Issued by a person. */
    static TermsInput from(LocalDate start) {
        return offer(start, false);
    }

    /** Issued by runs. */
    public static TermsInput automatic(LocalDate start) {
        return offer(start, true);
    }

    private static TermsInput offer(LocalDate start, boolean automatic) {
        PackageOffer fee = new PackageOffer(usd("2400.00"), "monthly", "in_arrears", "calendar", "by_day");
        RateOffer everybody = new RateOffer(null, null, usd("140.00"), null);
        RateOffer partner = new RateOffer(null, "partner", usd("260.00"), null);
        HourlyOffer hours = new HourlyOffer(
                "monthly", "calendar", 15, "up", List.of(everybody, partner), TermsInput.AdjustmentsOffer.NONE);
        ConditionsOffer conditions = new ConditionsOffer(14, ZONE, false, automatic, "bill_every_period", "manual");
        return new TermsInput("mixed", "USD", start, null, fee, hours, conditions);
    }

    private static MoneyInput usd(String amount) {
        return new MoneyInput(amount, "USD");
    }
}
