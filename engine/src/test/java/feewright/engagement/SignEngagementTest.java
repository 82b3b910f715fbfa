package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.rule.Decision;
import feewright.rule.Decisions.DecisionFilter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignEngagementTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);

    @Test
    void signing_freezes_the_terms_E1() {
        SignedEngagement signed = office.signed(Offers.monthlyPackage("100.00"));

        DraftTerms.Outcome revised =
                office.engine.draftTerms().revise(office.admin, signed.id(), 1, Offers.monthlyPackage("200.00"));

        assertThat(revised).isInstanceOf(DraftTerms.Outcome.Frozen.class);
        assertThat(office.ports.engagements().find(office.firm, signed.id())).contains(signed);
    }

    @Test
    void a_draft_is_revised_only_by_who_has_seen_its_last_revision_W1() {
        DraftEngagement draft = draft();

        DraftTerms.Outcome first =
                office.engine.draftTerms().revise(office.admin, draft.id(), 1, Offers.monthlyPackage("200.00"));
        DraftTerms.Outcome second =
                office.engine.draftTerms().revise(office.admin, draft.id(), 1, Offers.monthlyPackage("300.00"));

        assertThat(first).isInstanceOf(DraftTerms.Outcome.Drafted.class);
        assertThat(second).isInstanceOf(DraftTerms.Outcome.Stale.class);
    }

    @Test
    void a_refused_signature_is_kept_as_a_decision_and_changes_nothing() {
        DraftEngagement draft = draft();
        rulebook.refuse("engagement/" + draft.id());

        SignEngagement.Outcome outcome = office.engine.signEngagement().sign(office.admin, request(draft), Office.NOW);

        assertThat(outcome).isInstanceOf(SignEngagement.Outcome.Refused.class);
        assertThat(office.ports.engagements().find(office.firm, draft.id())).contains(draft);
        assertThat(office.ports.decisions().page(office.firm, DecisionFilter.ANY, 10))
                .singleElement()
                .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(Decision.Outcome.REFUSED));
        assertThat(office.ports.auditTrail().page(office.firm, null, 10)).isEmpty();
    }

    @Test
    void a_signature_is_audited_with_its_decision_T4() {
        DraftEngagement draft = draft();

        office.engine.signEngagement().sign(office.admin, request(draft), Office.NOW);

        assertThat(office.ports.auditTrail().page(office.firm, null, 10))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("engagement_signed");
                    assertThat(event.target().client()).isEqualTo(office.client);
                });
    }

    @Test
    void a_client_of_nobody_gets_no_draft() {
        DraftTerms.Outcome outcome = office.engine
                .draftTerms()
                .draft(office.admin, new ClientId(new UUID(9, 9)), Offers.monthlyPackage("100.00"));

        assertThat(outcome).isInstanceOf(DraftTerms.Outcome.NotFound.class);
    }

    private DraftEngagement draft() {
        return ((DraftTerms.Outcome.Drafted)
                        office.engine.draftTerms().draft(office.admin, office.client, Offers.monthlyPackage("100.00")))
                .draft();
    }

    private static SignEngagement.Request request(DraftEngagement draft) {
        return new SignEngagement.Request(
                draft.id(), Signature.Method.HANDWRITTEN, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));
    }
}
