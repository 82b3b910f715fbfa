package feewright.amendment;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.engagement.TermsFault;
import feewright.engagement.TermsInput;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.ledger.InvoiceAccount;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A successor takes over on a day and the old term ends there, all of it or nothing (requirements R1 to R3). */
class RenewEngagementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);
    private final SignedEngagement old = office.signed(Offers.monthlyPackage("300.00"));

    @AfterEach
    void the_cursors_follow_L1() {
        assertThat(office.engine.reconcile().reconcile(office.admin).isClean()).isTrue();
    }

    @Test
    void the_old_terms_bill_until_the_day_and_the_new_ones_from_it_R1() {
        RenewEngagement.Outcome.Renewed renewed = renewed(Offers.monthlyPackage("400.00"));

        List<Invoice> before = List.of(cashier.issued(old), cashier.issued(old));
        Invoice after = cashier.issued(renewed.successor());

        assertThat(before).allMatch(invoice -> invoice.head().totals().total().equals(usd("300.00")));
        assertThat(after.head().totals().total()).isEqualTo(usd("400.00"));
        assertThat(after.head().dates().billing()).isEqualTo(DAY);
        assertThat(renewed.renewed().inEffect().term().end()).isEqualTo(DAY);
        assertThat(renewed.renewed().terms()).isEqualTo(old.terms());
        assertThat(renewed.succession())
                .isEqualTo(new Succession(old.id(), renewed.successor().id(), 2, DAY));
    }

    @Test
    void the_signatory_of_the_successor_is_kept_and_both_are_audited_T4() {
        RenewEngagement.Outcome.Renewed renewed = renewed(null);

        assertThat(office.ports
                        .customerTexts()
                        .of(office.firm, List.of(renewed.successor().id().value())))
                .containsEntry(
                        CustomerTextKey.of(renewed.successor().id(), "signatory"), new CustomerText("Signatory"));
        assertThat(office.ports.auditTrail().page(office.firm, null, 3))
                .extracting(event -> event.action() + " " + event.target().id())
                .containsExactly(
                        "engagement_renewed " + old.id(),
                        "engagement_signed " + renewed.successor().id(),
                        "engagement_ended " + old.id());
    }

    @Test
    void what_was_signed_billed_and_paid_before_is_what_it_was_R2() {
        Invoice january = cashier.issued(old);
        cashier.paid(january, "100.00");
        InvoiceAccount before = cashier.account(january.id());

        renewed(Offers.monthlyPackage("400.00"));

        assertThat(cashier.account(january.id())).isEqualTo(before);
        assertThat(office.ports.invoices().find(office.firm, january.id())).contains(january);
        assertThat(office.ports.engagements().find(office.firm, old.id()))
                .get()
                .extracting(Engagement::terms)
                .isEqualTo(old.terms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"renewal/", "ending/"})
    void whatever_of_it_is_refused_nothing_is_renewed_nothing_ends_and_nothing_is_signed_R1(String refused) {
        rulebook.refuse(refused + old.id());

        RenewEngagement.Outcome outcome = renew(office, null, DAY, null);

        assertThat(outcome).isInstanceOf(RenewEngagement.Outcome.Refused.class);
        assertUntouched();
    }

    @Test
    void a_renewal_whose_credit_note_is_refused_leaves_nothing_R3() {
        Invoice january = cashier.issued(old);
        rulebook.refuse("credit_note/" + january.id());

        RenewEngagement.Outcome outcome = renew(office, null, LocalDate.of(2026, 1, 11), BilledInAdvance.CREDIT);

        assertThat(outcome).isInstanceOf(RenewEngagement.Outcome.Refused.class);
        assertThat(cashier.account(january.id()).owed()).isEqualTo(usd("300.00"));
        assertUntouched();
    }

    @Test
    void terms_that_start_on_another_day_are_at_fault_R1() {
        TermsInput later = Offers.over(DAY.plusDays(1), null, Offers.monthlyPackage("400.00"));

        RenewEngagement.Outcome outcome = renew(office, later, DAY, null);

        assertThat(outcome)
                .isEqualTo(new RenewEngagement.Outcome.Faulty(
                        List.of(new TermsFault("start-not-the-hand-over", "/start"))));
        assertUntouched();
    }

    @Test
    void what_has_a_successor_gets_no_second_where_a_rule_says_so_R1() {
        RenewEngagement.Outcome.Renewed first = renewed(null);
        rulebook.refuse("renewal/" + old.id());

        RenewEngagement.Outcome second = renew(office, null, LocalDate.of(2026, 2, 1), null);

        assertThat(second).isInstanceOf(RenewEngagement.Outcome.Refused.class);
        assertThat(office.ports.amendments().chain(office.firm, old.id())).containsExactly(first.succession());
    }

    @Test
    void a_renewal_at_the_end_of_the_term_ends_nothing_early_R1() {
        LocalDate end = LocalDate.of(2027, 1, 1);
        SignedEngagement year = office.signed(Offers.over(Offers.START, end, Offers.monthlyPackage("300.00")));
        rulebook.refuse("ending/" + year.id());

        RenewEngagement.Outcome outcome =
                office.engine.renewEngagement().renew(office.admin, request(year.id(), null, end, null), Office.NOW);

        assertThat(outcome).isInstanceOfSatisfying(RenewEngagement.Outcome.Renewed.class, renewed -> {
            assertThat(renewed.renewed().course().endedOn()).isNull();
            assertThat(renewed.successor().terms().term().start()).isEqualTo(end);
            assertThat(renewed.successor().terms().term().end()).isEqualTo(LocalDate.of(2028, 1, 1));
        });
    }

    @Test
    void another_firm_cannot_renew_it_nor_see_its_chain_T1() {
        renewed(null);
        Office other = Office.open(office.ports, new PermissiveRulebook());

        assertThat(renew(other, null, DAY, null)).isEqualTo(new RenewEngagement.Outcome.NotFound());
        assertThat(other.ports.amendments().chain(other.firm, old.id())).isEmpty();
    }

    private RenewEngagement.Outcome.Renewed renewed(@Nullable TermsInput offer) {
        return switch (renew(office, offer, DAY, null)) {
            case RenewEngagement.Outcome.Renewed renewed -> renewed;
            case RenewEngagement.Outcome other -> throw new AssertionError(other);
        };
    }

    private RenewEngagement.Outcome renew(
            Office by, @Nullable TermsInput offer, LocalDate day, @Nullable BilledInAdvance choice) {
        return by.engine.renewEngagement().renew(by.admin, request(old.id(), offer, day, choice), Office.NOW);
    }

    private static RenewalRequest request(
            EngagementId engagement, @Nullable TermsInput offer, LocalDate day, @Nullable BilledInAdvance choice) {
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));
        TermsInput terms = offer == null ? null : Offers.over(startOf(offer, day), null, offer);
        return new RenewalRequest(engagement, day, terms, signing, choice);
    }

    /** Offers start on the first day of the year unless a test says otherwise. */
    private static LocalDate startOf(TermsInput offer, LocalDate day) {
        LocalDate start = offer.start();
        return start == null || start.equals(Offers.START) ? day : start;
    }

    private void assertUntouched() {
        assertThat(office.ports.engagements().find(office.firm, old.id())).contains(old);
        assertThat(office.ports.amendments().chain(office.firm, old.id())).isEmpty();
        assertThat(office.ports.auditTrail().page(office.firm, null, 100))
                .noneMatch(event -> event.action().equals("engagement_renewed")
                        || event.action().equals("engagement_ended"));
    }
}
