package feewright.api.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.amendment.ResumeEngagement;
import feewright.api.fixture.RememberedFacts;
import feewright.api.fixture.Server;
import feewright.credit.CreditNoteRequest;
import feewright.drools.DroolsRulebook;
import feewright.engagement.CatchUp;
import feewright.engagement.EndingReason;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.CapOffer;
import feewright.engagement.TermsInput.IncludedOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.ManualCharge;
import feewright.invoice.IssueInvoice;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.rule.Fact;
import feewright.run.RunRequest;
import feewright.time.EntryVersion;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.Comparison.Outcome;
import feewright.whatif.ComparisonScope;
import feewright.whatif.Finding;
import feewright.whatif.Packs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever kind of invoice, and whatever happened since: what is built again is what was issued, by the same lines, and the rules are
 * asked of the very same facts (requirement X4). Nothing is excused: an invoice that is not rebuilt fails.
 */
class RebuiltInvoicesTest {

    private static final AdjustmentsOffer ALL_ADJUSTMENTS = new AdjustmentsOffer(
            new IncludedOffer(60, 30, null),
            new CapOffer(Offers.usd("300.00"), "period", "write_down"),
            new MinimumOffer(Offers.usd("50.00"), "by_day"));

    private final RememberedFacts rules =
            new RememberedFacts(Server.running().context.getBean(DroolsRulebook.class));
    private final Office office = Office.open(Server.running().ports(), rules);
    private final Map<InvoiceId, Set<Fact>> judged = new HashMap<>();

    @Test
    void packages_in_advance_and_in_arrears_and_one_time_X4() {
        billed(office.signed(Offers.monthlyPackage("1000.00")), "2026-04-10");
        billed(office.signed(packaged("quarterly", "in_arrears", "anniversary", "by_day")), "2026-08-10");
        billed(office.signed(packaged("one_time", "in_advance", "anniversary", "by_day")), "2026-04-10");

        everythingIsRebuilt(7);
    }

    @Test
    void prorated_first_and_last_periods_X4() {
        for (String proration : List.of("by_day", "full")) {
            billed(
                    office.signed(Offers.over(
                            day("2026-01-17"),
                            day("2026-04-05"),
                            packaged("monthly", "in_advance", "calendar", proration))),
                    "2026-05-10");
        }

        everythingIsRebuilt(8);
    }

    @Test
    void hours_with_late_time_and_time_that_was_edited_or_came_since_X4() {
        SignedEngagement hourly = office.signed(Offers.hourly("120.00"));
        time(hourly, "2026-01-05", 95);
        time(hourly, "2026-02-05", 50);
        billed(hourly, "2026-02-02");
        time(hourly, "2026-01-07", 33);
        billed(hourly, "2026-03-02");
        time(hourly, "2026-02-06", 480);
        office.logged(hourly, day("2026-02-07"), 20);

        everythingIsRebuilt(2);
    }

    @Test
    void mixed_terms_with_hours_by_themselves_between_the_fees_X4() {
        SignedEngagement mixed = office.signed(Offers.offer(
                "mixed",
                Offers.packaged("900.00", "quarterly", "in_advance"),
                Offers.hours(15, Offers.rate("100.00"))));
        time(mixed, "2026-01-05", 95);
        time(mixed, "2026-02-05", 50);
        time(mixed, "2026-03-31", 10);
        for (String day : List.of("2026-01-02", "2026-02-02", "2026-03-02", "2026-04-02", "2026-05-02")) {
            billed(mixed, day);
        }
        SignedEngagement arrears = office.signed(Offers.offer(
                "mixed",
                Offers.packaged("900.00", "quarterly", "in_arrears"),
                Offers.hours(15, Offers.rate("100.00"))));
        time(arrears, "2026-01-05", 95);
        time(arrears, "2026-03-05", 95);
        billed(arrears, "2026-02-02");
        billed(arrears, "2026-04-02");

        everythingIsRebuilt(6);
    }

    @Test
    void hours_with_included_minutes_a_cap_and_a_minimum_and_late_work_X4() {
        SignedEngagement mixed = office.signed(Offers.adjusted(Offers.mixed("500.00", "100.00"), ALL_ADJUSTMENTS));
        time(mixed, "2026-01-05", 400);
        billed(mixed, "2026-02-01");
        time(mixed, "2026-02-05", 20);
        time(mixed, "2026-01-20", 30);
        billed(mixed, "2026-03-01");
        Invoice last = billed(mixed, "2026-04-01");
        time(mixed, "2026-02-25", 90);
        new Cashier(office).voided(last, noon(day("2026-04-02")));
        billed(mixed, "2026-05-02");

        everythingIsRebuilt(6);
    }

    @Test
    void hours_beyond_a_cap_that_stops_by_an_override_X4() {
        SignedEngagement hourly = office.signed(Offers.adjusted(
                Offers.hourly("100.00"),
                new AdjustmentsOffer(null, new CapOffer(Offers.usd("100.00"), "engagement", "stop"), null)));
        time(hourly, "2026-01-05", 50);
        billed(hourly, "2026-02-01");
        time(hourly, "2026-02-05", 90);
        issued(office.masterAdmin, overridden(of(hourly), List.of()), "2026-03-02");

        everythingIsRebuilt(2);
    }

    @Test
    void charges_by_hand_under_an_engagement_and_without_one_X4() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        List<ManualCharge> charges = List.of(
                charge("40.00"),
                new ManualCharge(Category.EXPENSE, new CustomerText("Train"), Money.parse("USD 31.00")),
                charge("-15.00"));
        issued(office.masterAdmin, overridden(of(monthly), charges), "2026-01-02");
        issued(office.masterAdmin, overridden(of(monthly), charges), "2026-01-20");
        issued(
                office.masterAdmin,
                overridden(new InvoiceRequest.Basis.ClientOnly(office.client, CurrencyUnit.USD, 14), charges),
                "2026-01-20");

        everythingIsRebuilt(3);
    }

    @Test
    void voided_and_billed_again_and_hours_while_a_period_is_given_back_X4() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        time(mixed, "2026-01-05", 60);
        billed(mixed, "2026-01-02");
        Invoice february = billed(mixed, "2026-02-02");
        new Cashier(office).voided(february, noon(day("2026-02-03")));
        time(mixed, "2026-01-06", 30);
        issued(office.admin, new InvoiceRequest(of(mixed), day("2026-01-31"), List.of(), null), "2026-02-04", false);
        billed(mixed, "2026-03-02");
        Invoice again = billed(mixed, "2026-04-02");
        new Cashier(office).voided(again, noon(day("2026-04-03")));

        everythingIsRebuilt(5);
    }

    @Test
    void ended_and_renewed_X4() {
        SignedEngagement ended = office.signed(Offers.mixed("1000.00", "100.00"));
        billed(ended, "2026-02-05");
        time(ended, "2026-02-10", 60);
        ended(ended, "2026-03-11");
        billed(ended, "2026-03-12");
        SignedEngagement old = office.signed(Offers.mixed("700.00", "90.00"));
        billed(old, "2026-03-05");
        time(old, "2026-03-03", 45);
        SignedEngagement successor = renewed(old, "2026-03-20", Offers.hourly("140.00"));
        time(successor, "2026-03-25", 45);
        billed(old, "2026-03-21");
        billed(successor, "2026-04-21");

        everythingIsRebuilt(8);
    }

    @Test
    void paused_and_resumed_X4() {
        for (String proration : List.of("by_day", "full")) {
            SignedEngagement mixed = office.signed(Offers.offer(
                    "mixed",
                    new PackageOffer(Offers.usd("1000.00"), "quarterly", "in_advance", "anniversary", proration),
                    Offers.hours(6, Offers.rate("100.00"))));
            time(mixed, "2026-01-05", 60);
            billed(mixed, "2026-01-02");
            paused(mixed, "2026-02-11");
            billed(mixed, "2026-02-12");
            time(mixed, "2026-02-05", 30);
            billed(mixed, "2026-03-02");
            assertThat(office.engine
                            .resumeEngagement()
                            .resume(office.admin, mixed.id(), day("2026-02-21"), noon(day("2026-03-03"))))
                    .isNotNull();
            time(mixed, "2026-02-25", 30);
            time(mixed, "2026-01-25", 30);
            billed(mixed, "2026-03-10");
            billed(mixed, "2026-04-10");
        }

        everythingIsRebuilt(10);
    }

    @Test
    void days_of_a_pause_that_was_recorded_late_billed_again_X4() {
        SignedEngagement mixed = office.signed(Offers.mixed("310.00", "100.00"));
        billed(mixed, "2026-04-10");
        paused(mixed, "2026-02-11");
        assertThat(office.engine
                        .resumeEngagement()
                        .resume(office.admin, mixed.id(), day("2026-02-21"), noon(day("2026-04-11"))))
                .isInstanceOf(ResumeEngagement.Outcome.Resumed.class);
        time(mixed, "2026-01-05", 60);
        issued(office.admin, new InvoiceRequest(of(mixed), day("2026-02-20"), List.of(), null), "2026-04-12");
        billed(mixed, "2026-05-02");

        everythingIsRebuilt(9);
    }

    @Test
    void hours_after_an_ending_that_gave_a_minimum_back_X4() {
        SignedEngagement hourly = office.signed(Offers.adjusted(
                Offers.hourly("100.00"),
                new AdjustmentsOffer(null, null, new MinimumOffer(Offers.usd("310.00"), "by_day"))));
        billed(hourly, "2026-02-02");
        ended(hourly, "2026-01-11");
        time(hourly, "2026-01-05", 30);
        billed(hourly, "2026-03-02");

        everythingIsRebuilt(2);
    }

    @Test
    void issued_by_a_run_that_skips_what_was_missed_and_then_by_hand_X4() {
        SignedEngagement current =
                office.signed(Offers.automatic(Offers.mixed("300.00", "100.00"), CatchUp.BILL_CURRENT_ONLY));
        SignedEngagement every = office.signed(Offers.automatic(Offers.mixed("400.00", "100.00")));
        time(current, "2026-01-05", 60);
        time(every, "2026-01-05", 60);
        office.ran(RunRequest.SCHEDULED, noon(day("2026-03-10")));
        time(current, "2026-02-05", 60);
        issued(office.masterAdmin, overridden(of(current), List.of(charge("5.00"))), "2026-03-11");

        everythingIsRebuilt(5);
    }

    @Test
    void credited_in_part_with_its_time_billed_again_X4() {
        SignedEngagement hourly = office.signed(Offers.adjusted(
                Offers.hourly("100.00"),
                new AdjustmentsOffer(null, new CapOffer(Offers.usd("300.00"), "engagement", "write_down"), null)));
        EntryVersion version = office.approvedAt(hourly, day("2026-01-05"), 120, noon(day("2026-12-01")));
        Invoice january = billed(hourly, "2026-02-02");
        new Cashier(office)
                .credited(
                        january,
                        CreditNoteRequest.Excess.CREDIT,
                        new CreditNoteRequest.Item.Time(1, List.of(version.entry()), true));
        time(hourly, "2026-02-05", 120);
        billed(hourly, "2026-03-02");

        everythingIsRebuilt(2);
    }

    /** Any acts in any order, on terms of every kind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_happened_X4(long seed) {
        Random random = new Random(seed);
        SignedEngagement engagement = office.signed(offer(random));
        LocalDate today = Offers.START;
        Invoice latest = null;
        for (int step = 0; step < 14; step++) {
            today = today.plusDays(1 + random.nextInt(20));
            Invoice made = anything(random, engagement, today, latest);
            latest = made == null ? latest : made;
        }
        billed(engagement, today.plusMonths(2).toString());

        everythingIsRebuilt(1);
    }

    private @Nullable Invoice anything(
            Random random, SignedEngagement engagement, LocalDate today, @Nullable Invoice latest) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                return billed(engagement, today.toString());
            }
            case 3, 4 ->
                tried(() -> time(engagement, today.minusDays(random.nextInt(40)).toString(), 30 + random.nextInt(200)));
            case 5 -> {
                if (latest != null) {
                    office.engine
                            .voidInvoice()
                            .voidInvoice(office.admin, latest.id(), new CustomerText("Wrong"), noon(today));
                }
            }
            case 6 ->
                office.engine
                        .pauseEngagement()
                        .pause(
                                office.admin,
                                new PauseEngagement.Request(
                                        engagement.id(),
                                        today.minusDays(random.nextInt(45)),
                                        AmendmentTexts.NONE,
                                        BilledInAdvance.CREDIT),
                                noon(today));
            default ->
                office.engine
                        .resumeEngagement()
                        .resume(office.admin, engagement.id(), today.minusDays(random.nextInt(20)), noon(today));
        }
        return null;
    }

    private static TermsInput offer(Random random) {
        String cadence = List.of("weekly", "monthly", "quarterly").get(random.nextInt(3));
        PackageOffer fee = new PackageOffer(
                Offers.usd("997.97"),
                cadence,
                random.nextBoolean() ? "in_advance" : "in_arrears",
                random.nextBoolean() ? "anniversary" : "calendar",
                random.nextBoolean() ? "by_day" : "full");
        TermsInput mixed = Offers.offer("mixed", fee, Offers.hours(15, Offers.rate("100.00")));
        return random.nextBoolean() ? mixed : Offers.adjusted(mixed, ALL_ADJUSTMENTS);
    }

    private static void tried(Runnable act) {
        try {
            act.run();
        } catch (AssertionError refused) {
            assertThat(refused).hasMessageContaining("Faulty");
        }
    }

    /** All of what was issued, at least so many, and each from the facts that it was judged by. */
    private void everythingIsRebuilt(int atLeast) {
        int[] seen = {0};
        Packs packs = new Packs(rules, rules);
        Server.running()
                .context
                .getBean(CompareRules.class)
                .compare(new Trial(office.admin, new ComparisonScope(null, null, null), packs, Office.NOW), finding -> {
                    if (!(finding instanceof Finding.Compared(var head, var comparison))) {
                        throw new AssertionError(finding.toString());
                    }
                    seen[0]++;
                    assertThat(comparison.outcome()).isEqualTo(Outcome.SAME);
                    if (judged.containsKey(head.id())) {
                        assertThat(rules.last).as(head.toString()).isEqualTo(judged.get(head.id()));
                    }
                });
        assertThat(seen[0]).isGreaterThanOrEqualTo(Math.max(atLeast, judged.size()));
    }

    /** All that is due on a day, in as many invoices as it takes; the last of them. */
    private @Nullable Invoice billed(SignedEngagement engagement, String day) {
        Invoice last = null;
        Invoice next = attempt(office.admin, InvoiceRequest.dueOf(engagement.id()), day);
        while (next != null) {
            last = next;
            next = attempt(office.admin, InvoiceRequest.dueOf(engagement.id()), day);
        }
        return last;
    }

    private void issued(Actor actor, InvoiceRequest request, String day) {
        issued(actor, request, day, true);
    }

    private void issued(Actor actor, InvoiceRequest request, String day, boolean surely) {
        Invoice made = attempt(actor, request, day);
        assertThat(made != null || !surely).isTrue();
    }

    private @Nullable Invoice attempt(Actor actor, InvoiceRequest request, String day) {
        if (office.engine.issueInvoice().issue(actor, request, null, noon(day(day)))
                instanceof IssueInvoice.Outcome.Issued issued) {
            judged.put(issued.invoice().id(), rules.last);
            return issued.invoice();
        }
        return null;
    }

    private static InvoiceRequest overridden(InvoiceRequest.Basis of, List<ManualCharge> charges) {
        return new InvoiceRequest(of, null, charges, new InvoiceRequest.Override(new CustomerText("Agreed by phone")));
    }

    private static InvoiceRequest.Basis of(SignedEngagement engagement) {
        return new InvoiceRequest.Basis.Engagement(engagement.id());
    }

    private static ManualCharge charge(String amount) {
        return new ManualCharge(new CustomerText("Travel"), Money.parse("USD " + amount));
    }

    private static TermsInput packaged(String cadence, String timing, String anchor, String proration) {
        return Offers.offer(
                "package", new PackageOffer(Offers.usd("1000.00"), cadence, timing, anchor, proration), null);
    }

    private void time(SignedEngagement engagement, String day, int minutes) {
        office.approvedAt(engagement, day(day), minutes, noon(day("2026-12-01")));
    }

    private void ended(SignedEngagement engagement, String day) {
        EndEngagement.Request request = new EndEngagement.Request(
                engagement.id(),
                day(day),
                EndingReason.AGREED,
                new AmendmentTexts(new CustomerText("Agreed"), null),
                BilledInAdvance.CREDIT);
        assertThat(office.engine.endEngagement().end(office.admin, request, noon(day(day))))
                .isInstanceOf(EndEngagement.Outcome.Ended.class);
    }

    private void paused(SignedEngagement engagement, String day) {
        PauseEngagement.Request request =
                new PauseEngagement.Request(engagement.id(), day(day), AmendmentTexts.NONE, BilledInAdvance.CREDIT);
        assertThat(office.engine.pauseEngagement().pause(office.admin, request, noon(day(day))))
                .isInstanceOf(PauseEngagement.Outcome.Paused.class);
    }

    private SignedEngagement renewed(SignedEngagement old, String day, TermsInput offer) {
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), noon(day(day)), new CustomerText("Signatory"));
        RenewalRequest request = new RenewalRequest(
                old.id(), day(day), Offers.over(day(day), null, offer), signing, BilledInAdvance.CREDIT);
        return switch (office.engine.renewEngagement().renew(office.admin, request, noon(day(day)))) {
            case RenewEngagement.Outcome.Renewed done -> done.successor();
            case RenewEngagement.Outcome other -> throw new AssertionError(other);
        };
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
