package feewright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An operator who reads a firm's content: for a reason, for a time, and never unseen (requirements T2, T4). */
class BreakGlassTest {

    private static final Instant NOW = Office.NOW;
    private static final CustomerText REASON = new CustomerText("The firm asked for help");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Actor operator = operator(office);

    @Test
    void a_session_is_open_for_as_long_as_it_was_asked_for_and_its_reason_is_the_firms_to_read_T2() {
        BreakGlassSession session = opened();

        assertThat(session.expiresAt()).isEqualTo(NOW.plus(HOUR));
        assertThat(session.isActive(NOW)).isTrue();
        assertThat(session.isActive(NOW.plus(HOUR).minusMillis(1))).isTrue();
        assertThat(session.isActive(NOW.plus(HOUR))).isFalse();
        assertThat(sessions()).containsExactly(session);
        assertThat(office.ports
                        .customerTexts()
                        .of(office.firm, List.of(session.id().value())))
                .containsEntry(CustomerTextKey.of(session.id(), "reason"), REASON);
        assertThat(trail()).containsExactly("break_glass_opened []");
    }

    @Test
    void nobody_but_an_operator_opens_one_and_no_longer_than_the_installation_allows_T2() {
        OpenBreakGlass open = office.engine.openBreakGlass();

        assertThatThrownBy(() -> open.open(office.masterAdmin, REASON, HOUR, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open.open(operator, REASON, Duration.ofHours(4).plusNanos(1), NOW))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(sessions()).isEmpty();
        assertThat(trail()).isEmpty();
        assertThat(open.open(operator, REASON, Duration.ofHours(4), NOW).expiresAt())
                .isEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void whatever_is_read_in_it_is_kept_and_audited_first_T4() {
        BreakGlassSession session = opened();
        BreakGlassAccess.Asked one = new BreakGlassAccess.Asked("GET", "/v1/clients/{client}", office.client.value());
        BreakGlassAccess.Asked all = new BreakGlassAccess.Asked("GET", "/v1/clients", null);

        Actor within = use(operator, session.id(), one, NOW).orElseThrow();
        use(operator, session.id(), all, NOW.plusSeconds(9));

        assertThat(within.session()).isEqualTo(session.id());
        assertThat(within.seesAll()).isTrue();
        assertThat(within.isAdmin()).isFalse();
        assertThat(accesses(session))
                .extracting(BreakGlassAccess::asked, BreakGlassAccess::at)
                .containsExactly(tuple(all, NOW.plusSeconds(9)), tuple(one, NOW));
        assertThat(trail())
                .containsExactly(
                        "break_glass_used [GET, /v1/clients]",
                        "break_glass_used [GET, /v1/clients/{client}, " + office.client + "]",
                        "break_glass_opened []");
    }

    @Test
    void nothing_is_read_once_it_is_over_and_no_access_is_kept_T2() {
        BreakGlassSession session = opened();
        BreakGlassAccess.Asked asked = new BreakGlassAccess.Asked("GET", "/v1/clients", null);

        assertThat(use(operator, session.id(), asked, NOW.plus(HOUR))).isEmpty();
        assertThat(use(operator(office), session.id(), asked, NOW)).isEmpty();
        assertThat(use(operator, new BreakGlassSessionId(office.ports.ids().next()), asked, NOW))
                .isEmpty();

        assertThat(accesses(session)).isEmpty();
        assertThat(trail()).containsExactly("break_glass_opened []");
    }

    @Test
    void its_operator_closes_it_and_nothing_is_read_from_then_on_T2() {
        BreakGlassSession session = opened();
        Instant later = NOW.plusSeconds(60);

        CloseBreakGlass.Outcome closed = office.engine.closeBreakGlass().close(operator, session.id(), later);

        BreakGlassSession.Closing closing = new BreakGlassSession.Closing(operator.person(), later);
        assertThat(closed).isEqualTo(new CloseBreakGlass.Outcome.Closed(session.closed(closing)));
        assertThat(sessions()).containsExactly(session.closed(closing));
        assertThat(use(operator, session.id(), new BreakGlassAccess.Asked("GET", "/v1/clients", null), later))
                .isEmpty();
        assertThat(trail()).containsExactly("break_glass_closed []", "break_glass_opened []");
    }

    @Test
    void an_admin_of_the_firm_closes_it_too_and_another_operator_does_not_find_it_T2() {
        BreakGlassSession session = opened();
        CloseBreakGlass close = office.engine.closeBreakGlass();

        assertThat(close.close(operator(office), session.id(), NOW)).isEqualTo(new CloseBreakGlass.Outcome.NotFound());
        assertThat(close.close(office.staff, session.id(), NOW)).isEqualTo(new CloseBreakGlass.Outcome.NotFound());
        assertThat(sessions()).containsExactly(session);
        close.close(office.admin, session.id(), NOW);

        assertThat(sessions())
                .extracting(BreakGlassSession::closing)
                .containsExactly(new BreakGlassSession.Closing(office.admin.person(), NOW));
    }

    @Test
    void what_is_over_is_not_closed_once_more_T2() {
        BreakGlassSession closed = opened();
        BreakGlassSession expired = opened();
        CloseBreakGlass close = office.engine.closeBreakGlass();
        close.close(operator, closed.id(), NOW);

        CloseBreakGlass.Outcome again = close.close(office.admin, closed.id(), NOW.plusSeconds(1));
        CloseBreakGlass.Outcome late = close.close(operator, expired.id(), NOW.plus(HOUR));

        assertThat(again).isEqualTo(new CloseBreakGlass.Outcome.Over());
        assertThat(late).isEqualTo(new CloseBreakGlass.Outcome.Over());
        assertThat(sessions())
                .extracting(BreakGlassSession::closing)
                .containsExactly(null, new BreakGlassSession.Closing(operator.person(), NOW));
        assertThat(trail())
                .filteredOn(event -> event.startsWith("break_glass_closed"))
                .hasSize(1);
    }

    @Test
    void a_session_of_one_firm_opens_no_other_T1() {
        BreakGlassSession session = opened();
        Office other = Office.open(office.ports, new PermissiveRulebook());
        Actor elsewhere = new Actor(other.firm, operator.person(), Set.of(Role.BREAK_GLASS_OPERATOR), null);
        BreakGlassAccess.Asked asked = new BreakGlassAccess.Asked("GET", "/v1/clients", null);

        assertThat(other.engine.useBreakGlass().use(elsewhere, session.id(), asked, NOW))
                .isEmpty();
        assertThat(other.engine.closeBreakGlass().close(other.masterAdmin, session.id(), NOW))
                .isEqualTo(new CloseBreakGlass.Outcome.NotFound());
        assertThat(other.ports.breakGlassSessions().page(other.firm, null, 10)).isEmpty();
        assertThat(other.ports.breakGlassSessions().accesses(other.firm, session.id(), null, 10))
                .isEmpty();
    }

    private static Actor operator(Office office) {
        PersonId person = new PersonId(office.ports.ids().next());
        return new Actor(office.firm, person, Set.of(Role.BREAK_GLASS_OPERATOR), null);
    }

    private BreakGlassSession opened() {
        return office.engine.openBreakGlass().open(operator, REASON, HOUR, NOW);
    }

    private Optional<Actor> use(Actor by, BreakGlassSessionId session, BreakGlassAccess.Asked asked, Instant at) {
        return office.engine.useBreakGlass().use(by, session, asked, at);
    }

    private List<BreakGlassSession> sessions() {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.breakGlassSessions().page(office.firm, null, 10));
    }

    private List<BreakGlassAccess> accesses(BreakGlassSession session) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.breakGlassSessions().accesses(office.firm, session.id(), null, 10));
    }

    /** What the audit trail says, newest first. */
    private List<String> trail() {
        List<AuditEvent> events = office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.auditTrail().page(office.firm, null, 10));
        return events.stream()
                .map(event -> event.action() + " " + event.codes())
                .toList();
    }
}
