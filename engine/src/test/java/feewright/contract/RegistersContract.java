package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.engine.Ports;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.Project;
import feewright.firm.ProjectId;
import feewright.firm.TestClock;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.IdempotencyKeys.IdempotencyKey;
import feewright.platform.IdempotencyKeys.ResponseBody;
import feewright.platform.IdempotencyKeys.StoredResponse;
import feewright.platform.PersonId;
import feewright.rule.Decision;
import feewright.rule.Decisions.DecisionFilter;
import feewright.rule.RecordedDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of the smaller ports: clients, people, contents, request keys, the audit trail and the firing log. */
public abstract class RegistersContract {

    private Office office;
    private Office neighbour;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
    }

    @Test
    void the_clock_of_a_test_firm_goes_forward_only() {
        Actor master = new Actor(
                new FirmId(office.ports.ids().next()), office.masterAdmin.person(), office.masterAdmin.roles(), null);
        Instant later = Office.NOW.plusSeconds(60);
        Firms firms = office.ports.firms();

        Optional<TestClock> none = office.ports.transactions().in(master, () -> {
            firms.add(new Firm(master.firm(), "Test firm", ZoneId.of("Europe/London"), true));
            Optional<TestClock> before = firms.clock(master.firm());
            firms.keepClock(master.firm(), new TestClock(Office.NOW, later));
            firms.keepClock(master.firm(), TestClock.at(later));
            firms.keepClock(master.firm(), TestClock.at(Office.NOW));
            return before;
        });

        assertThat(none).isEmpty();
        assertThat(office.ports.transactions().reading(master, () -> firms.clock(master.firm())))
                .contains(TestClock.at(later));
        assertThat(office.ports
                        .transactions()
                        .reading(
                                master,
                                () -> firms.find(master.firm()).orElseThrow().test()))
                .isTrue();
    }

    @Test
    void a_live_firm_cannot_have_a_clock_of_its_own() {
        assertThatThrownBy(() -> in(() -> {
                    office.ports.firms().keepClock(office.firm, TestClock.at(Office.NOW));
                    return office;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(in(() -> office.ports.firms().clock(office.firm))).isEmpty();
    }

    @Test
    void clients_and_people_are_found_by_name_within_their_firm_only() {
        assertThat(in(() -> office.ports.clients().named(office.firm, new CustomerText("cLIENT"))))
                .singleElement()
                .satisfies(client -> assertThat(client.id()).isEqualTo(office.client));
        assertThat(in(() -> office.ports.clients().named(office.firm, new CustomerText("Clien"))))
                .isEmpty();
        assertThat(in(() -> office.ports.people().known(office.firm, new CustomerText("Person"))))
                .hasSize(4);
        assertThat(in(() -> office.ports.clients().page(office.firm, null, 10))).hasSize(1);
        assertThat(in(() -> office.ports.people().find(office.firm, neighbour.staff.person())))
                .isEmpty();
    }

    @Test
    void an_email_is_looked_at_before_a_name() {
        in(() -> {
            office.ports
                    .customerTexts()
                    .write(
                            office.firm,
                            Map.of(
                                    CustomerTextKey.of(office.staff.person(), "email"),
                                    new CustomerText("ann@example.com")));
            return null;
        });

        assertThat(in(() -> office.ports.people().known(office.firm, new CustomerText("ANN@example.com"))))
                .singleElement()
                .satisfies(person -> assertThat(person.id()).isEqualTo(office.staff.person()));
    }

    @Test
    void an_email_is_one_persons_in_a_firm() {
        in(() -> {
            writeEmail(office, office.staff.person(), "ann@example.com");
            return null;
        });
        neighbour.ports.transactions().in(neighbour.admin, () -> {
            writeEmail(neighbour, neighbour.staff.person(), "ann@example.com");
            return null;
        });

        assertThatThrownBy(() -> in(() -> {
                    writeEmail(office, office.admin.person(), "Ann@Example.com");
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("email-taken");
        assertThat(in(() -> office.ports.people().known(office.firm, new CustomerText("ann@example.com"))))
                .hasSize(1);
    }

    private static void writeEmail(Office office, PersonId person, String email) {
        office.ports
                .customerTexts()
                .write(office.firm, Map.of(CustomerTextKey.of(person, "email"), new CustomerText(email)));
    }

    @Test
    void projects_belong_to_their_client() {
        Project project =
                new Project(office.firm, new ProjectId(office.ports.ids().next()), office.client);
        in(() -> {
            office.ports.clients().add(project);
            return null;
        });

        assertThat(in(() -> office.ports.clients().find(office.firm, project.id())))
                .contains(project);
        assertThat(in(() -> office.ports.clients().projectsOf(office.firm, office.client)))
                .containsExactly(project);
    }

    @Test
    void contents_come_back_by_subject_T3() {
        UUID subject = office.ports.ids().next();
        Map<CustomerTextKey, CustomerText> texts = Map.of(
                new CustomerTextKey(subject, "one"), new CustomerText("Ünïcödé ☃ 'quoted'"),
                new CustomerTextKey(subject, "two"), new CustomerText(""));
        in(() -> {
            office.ports.customerTexts().write(office.firm, texts);
            return null;
        });

        assertThat(in(() -> office.ports.customerTexts().of(office.firm, List.of(subject))))
                .isEqualTo(texts);
        assertThat(in(() -> office.ports.customerTexts().of(office.firm, List.of())))
                .isEmpty();
    }

    @Test
    void a_request_key_gives_its_answer_again_I3() {
        IdempotencyKey key = new IdempotencyKey("key-1", "e".repeat(64));
        StoredResponse answer = new StoredResponse("e".repeat(64), 201, "/v1/things/1", new ResponseBody("{\"a\": 1}"));
        in(() -> {
            assertThat(claim(key)).isEmpty();
            office.ports.idempotencyKeys().answer(office.firm, office.admin.person(), key, answer);
            return null;
        });

        assertThat(in(() -> claim(key))).contains(answer);
    }

    @Test
    void a_released_key_is_free_again() {
        IdempotencyKey key = new IdempotencyKey("key-2", "e".repeat(64));
        in(() -> {
            assertThat(claim(key)).isEmpty();
            office.ports.idempotencyKeys().release(office.firm, office.admin.person(), key);
            return null;
        });

        assertThat(in(() -> claim(key))).isEmpty();
    }

    @Test
    void a_decision_comes_back_and_is_found_by_what_it_matched_X5() {
        SignedEngagement signed = office.signed(Offers.monthlyPackage("1.00"));
        RecordedDecision decision = in(() -> office.ports.decisions().page(office.firm, DecisionFilter.ANY, 1))
                .getFirst();

        assertThat(decision.outcome()).isEqualTo(Decision.Outcome.PERMITTED);
        assertThat(decision.question().subject()).isEqualTo("engagement/" + signed.id());
        assertThat(decision.actor()).isEqualTo(office.admin.person());
        assertThat(decision.roles()).containsExactly("firm-admin");
        assertThat(decision.verdict().permits()).hasSize(1);
        assertThat(in(() -> office.ports.decisions().find(office.firm, decision.id())))
                .contains(decision);
        assertThat(in(() -> office.ports.decisions().find(neighbour.firm, decision.id())))
                .isEmpty();
        assertThat(found(filter("engagement/" + signed.id(), Decision.Outcome.PERMITTED)))
                .hasSize(1);
        assertThat(found(filter("engagement/" + signed.id(), Decision.Outcome.REFUSED)))
                .isEmpty();
    }

    @Test
    void an_audit_event_comes_back_whole_T4() {
        AuditEvent event = new AuditEvent(
                new AuditEventId(office.ports.ids().next()),
                office.portalUser,
                "thing-done",
                new AuditEvent.Target("client", office.client, office.client),
                List.of("code-1", "code-2"),
                Money.parse("USD -12.34"),
                Office.NOW);
        in(() -> {
            office.ports.auditTrail().appendAll(List.of(event));
            return null;
        });

        AuditEvent found =
                in(() -> office.ports.auditTrail().page(office.firm, null, 1)).getFirst();

        assertThat(found.id()).isEqualTo(event.id());
        assertThat(found.action()).isEqualTo("thing-done");
        assertThat(found.target().id().value()).isEqualTo(office.client.value());
        assertThat(found.target().client()).isEqualTo(office.client);
        assertThat(found.codes()).containsExactly("code-1", "code-2");
        assertThat(found.amount()).isEqualTo(Money.parse("USD -12.34"));
        assertThat(found.actor().person()).isEqualTo(office.portalUser.person());
        assertThat(found.actor().roles()).isEqualTo(office.portalUser.roles());
        assertThat(found.at()).isEqualTo(Office.NOW);
    }

    private Optional<StoredResponse> claim(IdempotencyKey key) {
        return office.ports.idempotencyKeys().claim(office.firm, office.admin.person(), key);
    }

    private static DecisionFilter filter(String subject, Decision.Outcome outcome) {
        return new DecisionFilter(null, null, subject, null, null, outcome, null, null, null);
    }

    private List<RecordedDecision> found(DecisionFilter filter) {
        return in(() -> office.ports.decisions().page(office.firm, filter, 10));
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
