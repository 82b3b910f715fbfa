package feewright.amendment;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.EngagementId;
import feewright.engagement.Pause;
import feewright.engagement.PauseFact;
import feewright.engagement.ResumptionFact;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No fee falls on paused days; what is refused neither pauses nor resumes anything (requirement C2). */
class PauseEngagementTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 11);
    private static final LocalDate AGAIN = LocalDate.of(2026, 3, 21);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);
    private final SignedEngagement monthly = office.signed(Offers.monthlyPackage("310.00"));

    @AfterEach
    void all_accounts_add_up_to_zero_and_the_cursors_follow_L1() {
        TrialBalance.proven(office);
        assertThat(office.engine.reconcile().reconcile(office.admin).isClean()).isTrue();
    }

    /** March is 10.00 a day: ten days before the pause, eleven after it. */
    @Test
    void the_days_before_and_after_a_pause_are_billed_and_none_in_it_C2() {
        pause(monthly.id(), FIRST);
        List<Money> before = billed();
        resume(monthly.id(), AGAIN);

        List<Money> after = billed();

        assertThat(before).containsExactly(usd("310.00"), usd("310.00"), usd("100.00"));
        assertThat(after).containsExactly(usd("110.00"), usd("310.00"));
        assertThat(current().course().pauses()).containsExactly(new Pause(FIRST, AGAIN));
    }

    @Test
    void words_of_each_pause_are_kept_apart_and_each_step_is_audited_T4() {
        pause(monthly.id(), FIRST);
        resume(monthly.id(), AGAIN);
        office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(
                                monthly.id(), AGAIN.plusDays(5), words("Again"), BilledInAdvance.CREDIT),
                        Office.NOW);

        var texts = office.ports
                .customerTexts()
                .of(office.firm, List.of(monthly.id().value()));

        assertThat(AmendmentTexts.ofPause(monthly.id(), 1, texts)).isEqualTo(words("Once"));
        assertThat(AmendmentTexts.ofPause(monthly.id(), 2, texts)).isEqualTo(words("Again"));
        assertThat(trail())
                .containsExactly(
                        "engagement_paused [pause-2, paused-on-2026-03-26]",
                        "engagement_resumed [pause-1, resumed-on-2026-03-21]",
                        "engagement_paused [pause-1, paused-on-2026-03-11]");
    }

    @Test
    void a_refused_pause_leaves_its_invoice_and_its_terms_as_they_are_C2() {
        Invoice january = cashier.issued(monthly);
        rulebook.refuse("pause/" + monthly.id());

        PauseEngagement.Outcome outcome = pause(monthly.id(), LocalDate.of(2026, 1, 11));

        assertThat(outcome).isInstanceOf(PauseEngagement.Outcome.Refused.class);
        assertThat(current()).isEqualTo(monthly);
        assertThat(cashier.account(january.id()).credited()).isEqualTo(usd("0.00"));
        assertThat(trail()).isEmpty();
    }

    @Test
    void a_pause_whose_credit_note_is_refused_pauses_nothing_C2() {
        Invoice january = cashier.issued(monthly);
        rulebook.refuse("credit_note/" + january.id());

        PauseEngagement.Outcome outcome = pause(monthly.id(), LocalDate.of(2026, 1, 11));

        assertThat(outcome).isInstanceOf(PauseEngagement.Outcome.Refused.class);
        assertThat(current()).isEqualTo(monthly);
        assertThat(cashier.account(january.id()).owed()).isEqualTo(usd("310.00"));
    }

    @Test
    void the_rules_are_told_of_a_pause_that_reaches_into_another_and_of_late_work_C2() {
        SignedEngagement mixed = office.signed(Offers.mixed("310.00", "100.00"));
        office.approved(mixed, FIRST.minusDays(1), 60);
        office.approved(mixed, AGAIN, 60);
        pause(mixed.id(), AGAIN.plusDays(1));
        rulebook.refuse("pause/" + mixed.id());

        pause(mixed.id(), FIRST);

        assertThat(rulebook.lastAsked(PauseFact.class)).containsExactly(new PauseFact(mixed.id(), FIRST, true, 1));
    }

    @Test
    void a_refused_resumption_leaves_it_paused_and_the_rules_know_since_when_C2() {
        pause(monthly.id(), FIRST);
        rulebook.refuse("resumption/" + monthly.id());

        ResumeEngagement.Outcome outcome = resume(monthly.id(), AGAIN);
        List<ResumptionFact> asked = rulebook.lastAsked(ResumptionFact.class);

        assertThat(outcome).isInstanceOf(ResumeEngagement.Outcome.Refused.class);
        assertThat(asked).containsExactly(new ResumptionFact(monthly.id(), AGAIN, FIRST));
        assertThat(current().course().pauses()).containsExactly(new Pause(FIRST, null));
    }

    @Test
    void what_is_not_paused_is_resumed_by_no_rule_C2() {
        rulebook.refuse("resumption/" + monthly.id());

        ResumeEngagement.Outcome outcome = resume(monthly.id(), AGAIN);

        assertThat(outcome).isInstanceOf(ResumeEngagement.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(ResumptionFact.class))
                .containsExactly(new ResumptionFact(monthly.id(), AGAIN, null));
    }

    @Test
    void another_firm_neither_pauses_nor_resumes_it_T1() {
        pause(monthly.id(), FIRST);
        Office other = Office.open(office.ports, new PermissiveRulebook());

        assertThat(other.engine.resumeEngagement().resume(other.admin, monthly.id(), AGAIN, Office.NOW))
                .isEqualTo(new ResumeEngagement.Outcome.NotFound());
        assertThat(other.engine
                        .pauseEngagement()
                        .pause(
                                other.admin,
                                new PauseEngagement.Request(monthly.id(), AGAIN, AmendmentTexts.NONE, null),
                                Office.NOW))
                .isEqualTo(new PauseEngagement.Outcome.NotFound());

        assertThat(current().course().pauses()).containsExactly(new Pause(FIRST, null));
    }

    private static AmendmentTexts words(String reason) {
        return new AmendmentTexts(new CustomerText(reason), null);
    }

    private PauseEngagement.Outcome pause(EngagementId engagement, LocalDate day) {
        return office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(engagement, day, words("Once"), BilledInAdvance.CREDIT),
                        Office.NOW);
    }

    private ResumeEngagement.Outcome resume(EngagementId engagement, LocalDate day) {
        return office.engine.resumeEngagement().resume(office.admin, engagement, day, Office.NOW);
    }

    /** What comes of billing all that is due. */
    private List<Money> billed() {
        List<Money> totals = new ArrayList<>();
        while (office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(monthly.id()), null, Office.NOW)
                instanceof IssueInvoice.Outcome.Issued issued) {
            totals.add(issued.invoice().head().totals().total());
        }
        return totals;
    }

    private SignedEngagement current() {
        return (SignedEngagement)
                office.ports.engagements().find(office.firm, monthly.id()).orElseThrow();
    }

    /** What was audited of pauses, newest first, without the decisions. */
    private List<String> trail() {
        return office.ports.auditTrail().page(office.firm, null, 100).stream()
                .filter(event -> event.action().equals("engagement_paused")
                        || event.action().equals("engagement_resumed"))
                .map(event -> event.action() + " " + event.codes().subList(0, 2))
                .toList();
    }
}
