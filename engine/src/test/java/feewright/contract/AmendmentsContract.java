package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement.Outcome;
import feewright.amendment.RenewalRequest;
import feewright.amendment.ResumeEngagement;
import feewright.credit.CreditNote;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditNotes.NoteFilter;
import feewright.engagement.Amendments;
import feewright.engagement.CatchUp;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.invoice.IssueInvoice;
import feewright.ledger.EntryCause;
import feewright.platform.CustomerText;
import feewright.run.RunRequest;
import feewright.time.LogTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Amendments}, through endings, pauses and renewals and what is billed then (requirements R1, R3, C2). */
public abstract class AmendmentsContract {

    private static final LocalDate START = Offers.START;

    private Office office;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffice() {
        office = Office.open(ports(), new PermissiveRulebook());
    }

    @Test
    void an_early_ending_credits_what_was_billed_in_advance_and_not_earned_R3() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        bill(monthly, day("2026-03-05"));

        ended(monthly, day("2026-03-11"), BilledInAdvance.CREDIT);

        assertThat(net(monthly)).isEqualTo(usd("2322.58"));
        assertThat(credits()).containsExactly(usd("677.42"));
        bill(monthly, day("2026-08-01"));
        assertThat(invoices(monthly)).hasSize(3);
        assertThat(current(monthly).terms()).isEqualTo(monthly.terms());
    }

    @Test
    void an_early_ending_may_move_to_the_end_of_what_was_billed_R3() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        bill(monthly, day("2026-03-05"));

        assertThat(end(monthly, day("2026-03-11"), null))
                .isEqualTo(new EndEngagement.Outcome.ChoiceMissing(day("2026-04-01")));
        ended(monthly, day("2026-03-11"), BilledInAdvance.PERIOD_END);

        assertThat(current(monthly).inEffect().term().end()).isEqualTo(day("2026-04-01"));
        assertThat(credits()).isEmpty();
    }

    @Test
    void the_last_period_is_prorated_to_the_ending_and_its_time_is_billed_then_R1() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        bill(mixed, day("2026-02-05"));
        office.approved(mixed, day("2026-02-10"), 60);

        ended(mixed, day("2026-03-11"), null);
        bill(mixed, day("2026-03-11"));

        Invoice.Head last = invoices(mixed).getLast().head();
        assertThat(net(mixed)).isEqualTo(usd("2422.58"));
        assertThat(last.dates().billing()).isEqualTo(day("2026-03-01"));
        EntryOutcome late = logged(mixed, day("2026-03-11"));
        assertThat(late.fault()).isEqualTo("outside-the-term");
        assertThat(logged(mixed, day("2026-03-10")).fault()).isNull();
    }

    @Test
    void time_from_before_the_ending_is_billed_though_it_is_approved_long_after_R1() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        bill(hourly, day("2026-03-01"));
        ended(hourly, day("2026-03-11"), null);
        office.approved(hourly, day("2026-03-10"), 60);

        bill(hourly, day("2026-04-02"));

        assertThat(net(hourly)).isEqualTo(usd("100.00"));
    }

    /** A month of at least 310.00, so 10.00 on each of its days; the cursor follows, or what is due is looked for on the old day. */
    @Test
    void a_minimum_is_due_on_the_ending_and_for_the_days_before_it_E2() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(hourly, day("2026-02-01"));

        ended(hourly, day("2026-02-15"), null);

        assertThat(dueOn(hourly)).isEqualTo("2026-02-15");
        bill(hourly, day("2026-02-15"));
        assertThat(net(hourly)).isEqualTo(usd("465.00"));
        assertThat(dueOn(hourly)).isNull();
    }

    /** 10 of 31 days of 310.00. */
    @Test
    void an_ending_inside_a_period_whose_minimum_was_billed_gives_it_back_by_day_E13() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(hourly, day("2026-02-01"));

        assertThat(end(hourly, day("2026-01-11"), null))
                .isEqualTo(new EndEngagement.Outcome.ChoiceMissing(day("2026-02-01")));
        ended(hourly, day("2026-01-11"), BilledInAdvance.CREDIT);

        assertThat(net(hourly)).isEqualTo(usd("100.00"));
        bill(hourly, day("2026-03-01"));
        assertThat(invoices(hourly)).hasSize(1);
        assertThat(dueOn(hourly)).isNull();
    }

    @Test
    void an_ending_before_a_period_whose_minimum_was_billed_gives_all_of_it_back_E13() {
        SignedEngagement hourly = office.signed(Offers.automatic(withMinimum(Offers.hourly("100.00"), "by_day")));
        run("2026-03-01");
        assertThat(net(hourly)).isEqualTo(usd("620.00"));

        ended(hourly, day("2026-02-01"), BilledInAdvance.CREDIT);

        assertThat(net(hourly)).isEqualTo(usd("310.00"));
        run("2026-04-02");
        assertThat(invoices(hourly)).hasSize(2);
    }

    @Test
    void an_ending_may_move_to_the_end_of_the_period_whose_minimum_was_billed_R3() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(hourly, day("2026-02-01"));

        ended(hourly, day("2026-01-11"), BilledInAdvance.PERIOD_END);

        assertThat(current(hourly).inEffect().term().end()).isEqualTo(day("2026-02-01"));
        assertThat(credits()).isEmpty();
    }

    /** 60.00 of work and 250.00 made up; ten days are worth 100.00, so 40.00 of it stay. Work of those days is set off against them. */
    @Test
    void of_a_minimum_beside_work_what_the_days_before_the_ending_lack_stays_E13() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        office.approved(hourly, day("2026-01-05"), 36);
        bill(hourly, day("2026-02-01"));

        ended(hourly, day("2026-01-11"), BilledInAdvance.CREDIT);

        assertThat(credits()).containsExactly(usd("210.00"));
        office.approved(hourly, day("2026-01-06"), 60);
        bill(hourly, day("2026-03-01"));
        assertThat(net(hourly)).isEqualTo(usd("160.00"));
    }

    /** Nobody owes what was forgiven before, and what follows starts from the ten days' 100.00 all the same. */
    @Test
    void what_was_given_back_of_a_minimum_by_hand_is_not_given_twice_E13() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(hourly, day("2026-02-01"));
        Invoice invoice = invoices(hourly).getFirst();
        new Cashier(office)
                .credited(
                        invoice, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, usd("250.00")));

        ended(hourly, day("2026-01-11"), BilledInAdvance.CREDIT);

        assertThat(net(hourly)).isEqualTo(usd("0.00"));
        assertThat(dueOn(hourly)).isNull();
        office.approved(hourly, day("2026-01-05"), 90);
        bill(hourly, day("2026-03-01"));
        assertThat(net(hourly)).isEqualTo(usd("50.00"));
    }

    @Test
    void a_whole_minimum_stays_for_a_period_that_had_begun_E13() {
        SignedEngagement begun = office.signed(withMinimum(Offers.hourly("100.00"), "full"));
        bill(begun, day("2026-02-01"));
        ended(begun, day("2026-01-11"), BilledInAdvance.CREDIT);
        assertThat(net(begun)).isEqualTo(usd("310.00"));

        SignedEngagement later = office.signed(withMinimum(Offers.hourly("100.00"), "full"));
        bill(later, day("2026-03-01"));
        ended(later, day("2026-02-01"), BilledInAdvance.CREDIT);
        assertThat(net(later)).isEqualTo(usd("310.00"));
    }

    @Test
    void an_early_renewal_asks_about_a_minimum_and_gives_it_back_R3() {
        SignedEngagement old = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(old, day("2026-02-01"));

        assertThat(renew(old, day("2026-01-11"), null, null)).isEqualTo(new Outcome.ChoiceMissing(day("2026-02-01")));
        Outcome.Renewed done = (Outcome.Renewed) renew(old, day("2026-01-11"), null, BilledInAdvance.CREDIT);
        bill(done.successor(), day("2026-02-11"));

        assertThat(net(old)).isEqualTo(usd("100.00"));
        assertThat(net(done.successor())).isEqualTo(usd("310.00"));
    }

    /** It is agreed by the hourly period, which goes on. */
    @Test
    void a_pause_asks_nothing_about_a_minimum_and_leaves_it_C2() {
        SignedEngagement hourly = office.signed(withMinimum(Offers.hourly("100.00"), "by_day"));
        bill(hourly, day("2026-02-01"));

        paused(hourly, day("2026-01-11"), null);
        bill(hourly, day("2026-03-01"));

        assertThat(net(hourly)).isEqualTo(usd("620.00"));
    }

    @Test
    void a_pause_costs_nothing_and_what_follows_it_is_billed_from_the_day_of_resuming_C2() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        bill(monthly, day("2026-02-05"));
        paused(monthly, day("2026-02-11"), BilledInAdvance.CREDIT);
        bill(monthly, day("2026-04-10"));
        assertThat(net(monthly)).isEqualTo(usd("1357.14"));
        assertThat(logged(monthly, day("2026-02-11")).fault()).isEqualTo("in-a-pause");

        resumed(monthly, day("2026-02-21"));
        bill(monthly, day("2026-02-25"));

        assertThat(net(monthly)).isEqualTo(usd("1642.85"));
        bill(monthly, day("2026-03-02"));
        assertThat(net(monthly)).isEqualTo(usd("2642.85"));
    }

    /** 310.00 a month, so 10.00 on each day of January, March and May. */
    @Test
    void days_after_a_pause_that_is_recorded_late_are_billed_by_the_next_run_R1() {
        SignedEngagement monthly = office.signed(Offers.automatic(Offers.monthlyPackage("310.00")));
        run("2026-04-10");
        paused(monthly, day("2026-03-20"), BilledInAdvance.CREDIT);
        assertThat(credits()).containsExactlyInAnyOrder(usd("120.00"), usd("310.00"));

        resumed(monthly, day("2026-04-05"));
        run("2026-05-02");

        assertThat(net(monthly)).isEqualTo(usd("1388.67"));
        assertThat(charges(monthly)).contains(usd("268.67")).hasSize(6);
    }

    @Test
    void a_resumption_before_periods_that_were_credited_whole_has_them_billed_again_C2() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("310.00"));
        bill(monthly, day("2026-04-10"));
        paused(monthly, day("2026-01-11"), BilledInAdvance.CREDIT);
        assertThat(net(monthly)).isEqualTo(usd("100.00"));

        resumed(monthly, day("2026-02-01"));
        bill(monthly, day("2026-04-10"));

        assertThat(net(monthly)).isEqualTo(usd("1030.00"));
        assertThat(charges(monthly)).hasSize(7);
    }

    @Test
    void an_ending_in_a_pause_asks_nothing_about_days_that_were_given_back_before_R3() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("310.00"));
        bill(monthly, day("2026-04-10"));
        paused(monthly, day("2026-03-20"), BilledInAdvance.CREDIT);

        ended(monthly, day("2026-04-05"), null);

        assertThat(net(monthly)).isEqualTo(usd("810.00"));
        assertThat(credits()).hasSize(2);
    }

    /** Billed again are days that were billed before, for nobody missed them; those that were passed over are not. */
    @Test
    void what_was_skipped_stays_so_and_what_was_given_back_is_billed_again_P2() {
        SignedEngagement current =
                office.signed(Offers.automatic(Offers.monthlyPackage("310.00"), CatchUp.BILL_CURRENT_ONLY));
        run("2026-01-02");
        run("2026-04-10");
        assertThat(net(current)).isEqualTo(usd("620.00"));
        paused(current, day("2026-02-11"), BilledInAdvance.CREDIT);
        assertThat(net(current)).isEqualTo(usd("310.00"));

        resumed(current, day("2026-02-21"));
        run("2026-05-02");

        assertThat(net(current)).isEqualTo(usd("930.00"));
    }

    @Test
    void a_pause_cuts_what_a_void_gave_back_and_each_part_is_billed_once_I5() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("310.00"));
        bill(monthly, day("2026-03-10"));
        voided(invoices(monthly).getLast());

        paused(monthly, day("2026-03-11"), null);
        resumed(monthly, day("2026-03-21"));
        bill(monthly, day("2026-03-31"));

        assertThat(charges(monthly).subList(3, 5)).containsExactly(usd("100.00"), usd("110.00"));
    }

    /** A whole fee is given back by nothing but its void, and a period that is paused wholly is none until a day of it counts. */
    @Test
    void what_was_voided_in_a_pause_is_billed_again_once_the_pause_is_over_I5() {
        SignedEngagement full = office.signed(Offers.offer(
                "package",
                new TermsInput.PackageOffer(Offers.usd("310.00"), "monthly", "in_advance", "anniversary", "full"),
                null));
        bill(full, day("2026-04-10"));
        paused(full, day("2026-03-20"), BilledInAdvance.CREDIT);
        voided(invoices(full).getLast());
        bill(full, day("2026-04-10"));
        assertThat(charges(full)).hasSize(4);

        resumed(full, day("2026-04-20"));
        bill(full, day("2026-04-20"));

        assertThat(charges(full)).hasSize(5).containsOnly(usd("310.00"));
    }

    /** 0.50 a year, so that its last days come to nothing: no credit note stands in the way of the void. */
    @Test
    void a_void_gives_no_days_back_that_another_invoice_has_billed_since_I5() {
        SignedEngagement yearly =
                office.signed(Offers.offer("package", Offers.packaged("0.50", "annual", "in_advance"), null));
        bill(yearly, day("2026-01-02"));
        paused(yearly, day("2026-12-30"), BilledInAdvance.CREDIT);
        resumed(yearly, day("2026-12-31"));
        bill(yearly, day("2026-12-31"));
        assertThat(credits()).isEmpty();

        voided(invoices(yearly).getFirst());
        bill(yearly, day("2026-12-31"));

        assertThat(invoices(yearly).stream()
                        .map(invoice -> (InvoiceLine.Packaged) invoice.lines().getFirst())
                        .map(line -> line.period().start() + " " + line.period().end()))
                .containsExactly("2026-01-01 2027-01-01", "2026-12-31 2027-01-01", "2026-01-01 2026-12-30");
    }

    @Test
    void a_renewal_signs_a_successor_and_ends_the_old_term_R1() {
        SignedEngagement old = office.signed(Offers.mixed("1000.00", "100.00"));
        bill(old, day("2026-03-05"));
        TermsInput changed = Offers.over(day("2026-03-11"), null, Offers.hourly("140.00"));

        Outcome.Renewed done = (Outcome.Renewed) renew(old, day("2026-03-11"), changed, BilledInAdvance.CREDIT);

        assertThat(done.succession().version()).isEqualTo(2);
        assertThat(done.renewed().inEffect().term().end()).isEqualTo(day("2026-03-11"));
        assertThat(done.successor().terms().term().start()).isEqualTo(day("2026-03-11"));
        office.approved(old, day("2026-03-10"), 60);
        office.approved(done.successor(), day("2026-03-11"), 60);
        bill(old, day("2026-04-10"));
        bill(done.successor(), day("2026-04-11"));
        assertThat(net(old)).isEqualTo(usd("2422.58"));
        assertThat(net(done.successor())).isEqualTo(usd("140.00"));
        assertThat(logged(old, day("2026-03-11")).fault()).isEqualTo("outside-the-term");
        assertThat(logged(done.successor(), day("2026-03-10")).fault()).isEqualTo("outside-the-term");
    }

    @Test
    void a_renewal_at_the_natural_end_keeps_the_terms_over_as_long_a_term_and_makes_a_chain_R1() {
        SignedEngagement first = office.signed(Offers.over(START, day("2027-01-01"), Offers.monthlyPackage("1000.00")));

        Outcome.Renewed second = (Outcome.Renewed) renew(first, day("2027-01-01"), null, null);
        Outcome.Renewed third = (Outcome.Renewed) renew(second.successor(), day("2028-01-01"), null, null);

        assertThat(current(first).course().endedOn()).isNull();
        assertThat(third.successor().terms().term().end()).isEqualTo(day("2029-01-01"));
        assertThat(third.succession().version()).isEqualTo(3);
        List<EngagementId> successors = office
                .ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .amendments()
                                .chain(office.firm, second.successor().id()))
                .stream()
                .map(one -> one.successor())
                .toList();
        assertThat(successors)
                .containsExactly(second.successor().id(), third.successor().id());
    }

    @Test
    void a_renewal_whose_day_moves_to_the_end_of_the_period_starts_there_R3() {
        SignedEngagement old = office.signed(Offers.monthlyPackage("1000.00"));
        bill(old, day("2026-03-05"));

        Outcome.Renewed done = (Outcome.Renewed) renew(old, day("2026-03-11"), null, BilledInAdvance.PERIOD_END);

        assertThat(done.succession().handedOverOn()).isEqualTo(day("2026-04-01"));
        assertThat(done.successor().terms().term().start()).isEqualTo(day("2026-04-01"));
        assertThat(credits()).isEmpty();
    }

    /** The same with a minimum of 310.00 for each hourly period: 10.00 a day of January and March. */
    private static TermsInput withMinimum(TermsInput offer, String proration) {
        return Offers.adjusted(
                offer,
                new TermsInput.AdjustmentsOffer(
                        null, null, new TermsInput.MinimumOffer(Offers.usd("310.00"), proration)));
    }

    /** The packages of all invoices that stand or are void, as they were charged. */
    private List<Money> charges(SignedEngagement engagement) {
        return invoices(engagement).stream()
                .map(invoice -> invoice.head().totals().packaged())
                .toList();
    }

    private void voided(Invoice invoice) {
        new Cashier(office).voided(invoice, Office.NOW);
    }

    /** A run of the schedule on a day. */
    private void run(String day) {
        office.ran(RunRequest.SCHEDULED, noon(day(day)));
    }

    private void bill(SignedEngagement engagement, LocalDate today) {
        IssueInvoice.Outcome outcome;
        do {
            outcome = office.engine
                    .issueInvoice()
                    .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, noon(today));
        } while (outcome instanceof IssueInvoice.Outcome.Issued);
        assertThat(outcome).isInstanceOf(IssueInvoice.Outcome.NothingDue.class);
    }

    private void ended(SignedEngagement engagement, LocalDate day, @Nullable BilledInAdvance choice) {
        assertThat(end(engagement, day, choice)).isInstanceOf(EndEngagement.Outcome.Ended.class);
    }

    private EndEngagement.Outcome end(SignedEngagement engagement, LocalDate day, @Nullable BilledInAdvance choice) {
        EndEngagement.Request request = new EndEngagement.Request(
                engagement.id(),
                day,
                EndingReason.AGREED,
                new AmendmentTexts(new CustomerText("Agreed"), null),
                choice);
        return office.engine.endEngagement().end(office.admin, request, Office.NOW);
    }

    private void paused(SignedEngagement engagement, LocalDate day, @Nullable BilledInAdvance choice) {
        PauseEngagement.Request request =
                new PauseEngagement.Request(engagement.id(), day, AmendmentTexts.NONE, choice);
        assertThat(office.engine.pauseEngagement().pause(office.admin, request, Office.NOW))
                .isInstanceOf(PauseEngagement.Outcome.Paused.class);
    }

    private void resumed(SignedEngagement engagement, LocalDate day) {
        assertThat(office.engine.resumeEngagement().resume(office.admin, engagement.id(), day, Office.NOW))
                .isInstanceOf(ResumeEngagement.Outcome.Resumed.class);
    }

    private Outcome renew(
            SignedEngagement old, LocalDate day, @Nullable TermsInput offer, @Nullable BilledInAdvance choice) {
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));
        return office.engine
                .renewEngagement()
                .renew(office.admin, new RenewalRequest(old.id(), day, offer, signing, choice), Office.NOW);
    }

    private record EntryOutcome(@Nullable String fault) {}

    private EntryOutcome logged(SignedEngagement engagement, LocalDate day) {
        return switch (office.engine.logTime().log(office.staff, office.note(engagement, day, 30), Office.NOW)) {
            case LogTime.Outcome.Faulty(var faults) ->
                new EntryOutcome(faults.getFirst().code());
            default -> new EntryOutcome(null);
        };
    }

    private SignedEngagement current(SignedEngagement engagement) {
        return (SignedEngagement) office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.engagements().find(office.firm, engagement.id()))
                .orElseThrow();
    }

    private @Nullable LocalDate dueOn(SignedEngagement hourly) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingPositions().read(office.firm, hourly.id()))
                .orElseThrow()
                .cursor()
                .use()
                .dueOn();
    }

    private List<Invoice> invoices(SignedEngagement engagement) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office
                                .ports
                                .invoices()
                                .page(office.firm, new InvoiceFilter(null, null, engagement.id(), null, null), 1000)
                                .reversed()
                                .stream()
                                .map(head -> office.ports
                                        .invoices()
                                        .find(office.firm, head.id())
                                        .orElseThrow())
                                .toList());
    }

    private Money net(SignedEngagement engagement) {
        Money sum = Money.zero(CurrencyUnit.USD);
        for (Invoice invoice : invoices(engagement)) {
            sum = sum.plus(invoice.head().totals().total());
        }
        for (CreditNote note : notes()) {
            boolean ofThis = invoices(engagement).stream().anyMatch(invoice -> isOn(note, invoice));
            sum = ofThis ? sum.minus(note.entry().amount()) : sum;
        }
        return sum;
    }

    private static boolean isOn(CreditNote note, Invoice invoice) {
        return note.entry().cause() instanceof EntryCause.InvoiceCredited credited
                && credited.invoice().equals(invoice.id());
    }

    private List<Money> credits() {
        return notes().stream().map(note -> note.entry().amount()).toList();
    }

    private List<CreditNote> notes() {
        return new ArrayList<>(office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.creditNotes().page(office.firm, new NoteFilter(null, null, null), 1000)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
