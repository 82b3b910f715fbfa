package feewright.dispute;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.UpdateOutcome;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.platform.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A warning moves nothing: a rule may propose to give the money back, which stays with a person. */
class RecordFraudWarningTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Disputing disputing = Disputing.open(office);
    private final Disputing.Paid paid = disputing.paid("100.00", "100.00");

    @Test
    void a_warning_is_kept_with_what_a_rule_proposes_and_moves_nothing() {
        UpdateOutcome outcome = warn(office, paid.reference());

        assertThat(outcome).isEqualTo(UpdateOutcome.APPLIED);
        assertThat(rulebook.lastAsked(FraudWarningFact.class))
                .containsExactly(new FraudWarningFact(only().id(), true, 10_000));
        assertThat(only().proposal().refund()).isTrue();
        assertThat(only().of().invoice()).isEqualTo(paid.invoice().id());
        assertThat(disputing.cashier().account(paid.invoice().id()).owed()).isEqualTo(usd("0.00"));
        assertThat(TrialBalance.proven(office).byCode())
                .containsExactly("cash USD 100.00", "revenue_package USD -100.00");
        assertThat(codes()).containsExactly("fraud-warning-" + only().id(), "refund_proposed");
    }

    @Test
    void where_no_rule_permits_it_nothing_is_proposed() {
        rulebook.refuse("actor/" + Actor.scheduler(office.firm).person());

        warn(office, paid.reference());

        assertThat(only().proposal().refund()).isFalse();
        assertThat(codes()).containsExactly("fraud-warning-" + only().id(), "nothing_proposed");
    }

    @Test
    void what_is_disputed_already_is_not_proposed_to_be_given_back() {
        Disputing.Story story = Disputing.story("d", paid, "40.00");
        disputing.tell(story.at(0, Kind.OPENED, DisputeState.NEEDS_RESPONSE));

        warn(office, paid.reference());

        assertThat(rulebook.lastAsked(FraudWarningFact.class))
                .extracting(FraudWarningFact::refundableMinor)
                .containsExactly(6_000L);
    }

    @Test
    void a_warning_is_kept_once_of_a_payment_that_is_known_and_of_one_firm_T1() {
        Office other = Office.open(office.ports, new PermissiveRulebook());

        assertThat(warn(office, "pi_unknown")).isEqualTo(UpdateOutcome.NOT_FOUND);
        assertThat(warn(other, paid.reference())).isEqualTo(UpdateOutcome.NOT_FOUND);
        assertThat(warn(office, paid.reference())).isEqualTo(UpdateOutcome.APPLIED);
        assertThat(warn(office, paid.reference())).isEqualTo(UpdateOutcome.KNOWN);

        assertThat(warnings(office)).hasSize(1);
        assertThat(warnings(other)).isEmpty();
    }

    private static UpdateOutcome warn(Office told, String payment) {
        return told.engine
                .recordFraudWarning()
                .record(
                        told.firm,
                        new RecordFraudWarning.Warning(
                                new Dispute.Reference(Collecting.PROCESSOR, "issfr_1"),
                                payment,
                                new FraudWarning.Details("made_with_stolen_card", true, Disputing.DAY)),
                        Office.NOW);
    }

    private FraudWarning only() {
        assertThat(warnings(office)).hasSize(1);
        return warnings(office).getFirst();
    }

    private static List<FraudWarning> warnings(Office of) {
        return of.ports
                .transactions()
                .reading(of.admin, () -> of.ports.fraudWarnings().page(of.firm, new WarningFilter(null, null), 10));
    }

    private List<String> codes() {
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.auditTrail().page(office.firm, null, 100))
                .stream()
                .filter(event -> event.action().equals("fraud_warning_received"))
                .findFirst()
                .orElseThrow()
                .codes();
    }
}
