package feewright.api.demo;

import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.MoneyInput;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.engagement.TermsInput.RateOffer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of the demo's engagements: one of each pricing mode, and one whose client approves time as well. */
record DemoAgreements(LocalDate start) {

    /** A monthly retainer in advance, with hours beside it at rates by person, role and default. */
    TermsInput mixed() {
        return offer("mixed", retainer("2400.00", "monthly", "in_advance"), hours(rates()), false);
    }

    /** Quarter hours, rounded up, at one rate for partners and one for everybody else. */
    TermsInput hourly() {
        RateOffer partner = new RateOffer(null, "partner", usd("260.00"), null);
        return offer("hourly", null, hours(List.of(everybody("150.00"), partner)), false);
    }

    /** A quarterly fee in arrears and nothing else. */
    TermsInput packaged() {
        return offer("package", retainer("4500.00", "quarterly", "in_arrears"), null, false);
    }

    /** A small monthly fee that bills itself. */
    TermsInput automatic() {
        ConditionsOffer conditions = new ConditionsOffer(14, DemoFirm.ZONE, false, true, "bill_every_period", "manual");
        return new TermsInput(
                "package", "USD", start, null, retainer("300.00", "monthly", "in_advance"), null, conditions);
    }

    /** Hours that count only once the client has approved them, too. */
    TermsInput approvedByClient() {
        return offer("hourly", null, hours(List.of(everybody("175.00"))), true);
    }

    private List<RateOffer> rates() {
        RateOffer partner = new RateOffer(null, "partner", usd("260.00"), null);
        RateOffer raised = new RateOffer(null, null, usd("155.00"), start.plusMonths(2));
        RateOffer byName = new RateOffer(DemoPerson.STAFF.person().value(), null, usd("185.00"), start.plusDays(14));
        return List.of(everybody("140.00"), raised, partner, byName);
    }

    private TermsInput offer(
            String mode, @Nullable PackageOffer packaged, @Nullable HourlyOffer hourly, boolean clientApproval) {
        ConditionsOffer conditions =
                new ConditionsOffer(14, DemoFirm.ZONE, clientApproval, false, "bill_every_period", "manual");
        return new TermsInput(mode, "USD", start, null, packaged, hourly, conditions);
    }

    private static PackageOffer retainer(String fee, String cadence, String timing) {
        return new PackageOffer(usd(fee), cadence, timing, "calendar", "by_day");
    }

    private static HourlyOffer hours(List<RateOffer> rates) {
        return new HourlyOffer("monthly", "calendar", 15, "up", List.copyOf(rates), TermsInput.AdjustmentsOffer.NONE);
    }

    private static RateOffer everybody(String perHour) {
        return new RateOffer(null, null, usd(perHour), null);
    }

    private static MoneyInput usd(String amount) {
        return new MoneyInput(amount, "USD");
    }
}
