package feewright.amendment;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.credit.CreditNotes.NoteFilter;
import feewright.engagement.DraftTerms;
import feewright.engagement.EndingFact;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.platform.AuditEvent;
import feewright.platform.CustomerText;
import feewright.rule.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An early ending: billed until then and no further, and nothing of it where it is refused (requirements R1, R3). */
class EndEngagementTest {

    private static final AmendmentTexts WORDS =
            new AmendmentTexts(new CustomerText("They moved away"), new CustomerText("Good luck"));

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_and_the_cursors_follow_L1() {
        TrialBalance.proven(office);
        assertThat(office.engine.reconcile().reconcile(office.admin).isClean()).isTrue();
    }

    /** April is 300.00, so 10.00 on each of its days: 20 of them are not earned. */
    @Test
    void what_was_paid_in_advance_and_not_earned_becomes_credit_R3() {
        SignedEngagement monthly = monthly();
        cashier.paid(billedTo(monthly, 4), "300.00");

        EndEngagement.Outcome outcome = end(monthly.id(), "2026-04-11", BilledInAdvance.CREDIT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EndEngagement.Outcome.Ended.class,
                        ended -> assertThat(ended.engagement().course().endedOn())
                                .isEqualTo(LocalDate.of(2026, 4, 11)));
        assertThat(office.ports.creditNotes().page(office.firm, anyNote(), 10))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.entry().amount()).isEqualTo(usd("200.00"));
                    assertThat(cashier.creditFrom(note.entry().id()).remaining())
                            .isEqualTo(usd("200.00"));
                });
    }

    @Test
    void why_and_what_the_client_is_told_is_kept_and_the_trail_names_the_codes_T4() {
        SignedEngagement monthly = monthly();

        end(monthly.id(), "2026-03-11", null);

        assertThat(AmendmentTexts.ofEnding(
                        monthly.id(),
                        office.ports
                                .customerTexts()
                                .of(office.firm, List.of(monthly.id().value()))))
                .isEqualTo(WORDS);
        assertThat(trail("engagement_ended")).singleElement().satisfies(event -> {
            assertThat(event.target().id()).isEqualTo(monthly.id());
            assertThat(event.target().client()).isEqualTo(office.client);
            assertThat(event.codes())
                    .startsWith("agreed", "ended-on-2026-03-11")
                    .hasSize(3);
        });
    }

    @Test
    void a_refused_ending_leaves_its_decision_and_nothing_else_R1() {
        SignedEngagement monthly = monthly();
        Invoice april = billedTo(monthly, 4);
        rulebook.refuse("ending/" + monthly.id());

        EndEngagement.Outcome outcome = end(monthly.id(), "2026-04-11", BilledInAdvance.CREDIT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EndEngagement.Outcome.Refused.class,
                        refused -> assertThat(refused.decision().question())
                                .isEqualTo(new Decision.Request("end_engagement", "engagement/" + monthly.id())));
        assertUntouched(monthly, april);
    }

    /** Of the invoices of March and April, the rules refuse to credit the second. */
    @Test
    void where_one_of_its_credit_notes_is_refused_nothing_ends_and_nothing_is_credited_R3() {
        SignedEngagement monthly = monthly();
        Invoice march = billedTo(monthly, 3);
        Invoice april = cashier.issued(monthly);
        rulebook.refuse("credit_note/" + april.id());

        EndEngagement.Outcome outcome = end(monthly.id(), "2026-03-11", BilledInAdvance.CREDIT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EndEngagement.Outcome.Refused.class,
                        refused -> assertThat(refused.decision().outcome()).isEqualTo(Decision.Outcome.REFUSED));
        assertUntouched(monthly, march);
        assertUntouched(monthly, april);
        rulebook.permit("credit_note/" + april.id());
        end(monthly.id(), "2026-03-11", BilledInAdvance.CREDIT);
        assertThat(cashier.account(april.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(march.id()).owed()).isEqualTo(usd("96.77"));
    }

    @Test
    void the_rules_are_told_of_work_that_is_approved_after_the_day_and_of_an_ending_before_R1() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, LocalDate.of(2026, 3, 10), 60);
        office.approved(hourly, LocalDate.of(2026, 3, 11), 60);
        office.submitted(hourly, LocalDate.of(2026, 3, 12), 60);
        end(hourly.id(), "2026-03-20", null);
        rulebook.refuse("ending/" + hourly.id());

        end(hourly.id(), "2026-03-11", null);

        assertThat(rulebook.lastAsked(EndingFact.class))
                .containsExactly(new EndingFact(hourly.id(), LocalDate.of(2026, 3, 11), true, 1));
    }

    @Test
    void who_does_not_say_what_becomes_of_what_was_billed_is_asked_and_nothing_happens_R3() {
        SignedEngagement monthly = monthly();
        Invoice april = billedTo(monthly, 4);

        EndEngagement.Outcome outcome = end(monthly.id(), "2026-04-11", null);

        assertThat(outcome).isEqualTo(new EndEngagement.Outcome.ChoiceMissing(LocalDate.of(2026, 5, 1)));
        assertUntouched(monthly, april);
    }

    @Test
    void a_draft_has_not_begun_and_what_is_unknown_or_another_firms_is_not_found_T1() {
        SignedEngagement monthly = monthly();
        EngagementId draft = ((DraftTerms.Outcome.Drafted)
                        office.engine.draftTerms().draft(office.admin, office.client, Offers.monthlyPackage("1.00")))
                .draft()
                .id();
        Office other = Office.open(office.ports, new PermissiveRulebook());

        assertThat(end(draft, "2026-03-11", null)).isEqualTo(new EndEngagement.Outcome.NotSigned());
        assertThat(end(new EngagementId(office.ports.ids().next()), "2026-03-11", null))
                .isEqualTo(new EndEngagement.Outcome.NotFound());
        assertThat(other.engine.endEngagement().end(other.admin, request(monthly.id(), "2026-03-11", null), Office.NOW))
                .isEqualTo(new EndEngagement.Outcome.NotFound());

        assertThat(current(monthly)).isEqualTo(monthly);
    }

    private SignedEngagement monthly() {
        return office.signed(Offers.monthlyPackage("300.00"));
    }

    /** The invoice of the month, those before it issued too. */
    private Invoice billedTo(SignedEngagement monthly, int month) {
        Invoice last = cashier.issued(monthly);
        for (int number = 1; number < month; number++) {
            last = cashier.issued(monthly);
        }
        return last;
    }

    private EndEngagement.Outcome end(EngagementId engagement, String day, @Nullable BilledInAdvance choice) {
        return office.engine.endEngagement().end(office.admin, request(engagement, day, choice), Office.NOW);
    }

    private static EndEngagement.Request request(
            EngagementId engagement, String day, @Nullable BilledInAdvance choice) {
        return new EndEngagement.Request(engagement, LocalDate.parse(day), EndingReason.AGREED, WORDS, choice);
    }

    private void assertUntouched(SignedEngagement engagement, Invoice invoice) {
        assertThat(current(engagement)).isEqualTo(engagement);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("300.00"));
        assertThat(office.ports.creditNotes().page(office.firm, anyNote(), 10)).isEmpty();
        assertThat(AmendmentTexts.ofEnding(
                        engagement.id(),
                        office.ports
                                .customerTexts()
                                .of(office.firm, List.of(engagement.id().value()))))
                .isEqualTo(AmendmentTexts.NONE);
        assertThat(trail("engagement_ended")).isEmpty();
    }

    private SignedEngagement current(SignedEngagement engagement) {
        return (SignedEngagement)
                office.ports.engagements().find(office.firm, engagement.id()).orElseThrow();
    }

    private static NoteFilter anyNote() {
        return new NoteFilter(null, null, null);
    }

    private List<AuditEvent> trail(String action) {
        return office.ports.auditTrail().page(office.firm, null, 100).stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }
}
