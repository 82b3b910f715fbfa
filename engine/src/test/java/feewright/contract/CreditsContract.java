package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.credit.CreditBalance;
import feewright.credit.CreditGrant;
import feewright.credit.CreditReview;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.credit.Credits;
import feewright.credit.Credits.CreditFilter;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Credits}. */
public abstract class CreditsContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private Office office;
    private Office neighbour;
    private Cashier cashier;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
        cashier = new Cashier(office);
    }

    @Test
    void a_grant_comes_back_as_it_was_asked_for_with_nothing_in_it() {
        CreditGrant limited = grant(
                CreditSource.PROMOTIONAL,
                new CreditGrant.Limits(
                        TODAY.plusDays(1),
                        office.signed(Offers.monthlyPackage("5.00")).id()));
        CreditGrant free = grant(CreditSource.PROMOTIONAL, CreditGrant.Limits.NONE);
        CreditGrant made = new CreditGrant(
                new GrantId(office.ports.ids().next()),
                free.of(),
                CreditSource.OVERPAYMENT,
                usd("12.34"),
                CreditGrant.Limits.NONE,
                new CreditGrant.Created(
                        office.admin.person(),
                        Office.NOW,
                        new JournalEntryId(office.ports.ids().next())));

        added(limited);
        added(free);
        added(made);

        for (CreditGrant grant : List.of(limited, free, made)) {
            assertThat(cashier.credit(grant.id()))
                    .isEqualTo(new CreditBalance(grant, new CreditReview.NotNeeded(), usd("0.00")));
        }
    }

    @Test
    void credit_that_needs_another_waits_until_it_is_reviewed_once_L2() {
        CreditGrant agreed = grant(CreditSource.GOODWILL, CreditGrant.Limits.NONE);
        CreditGrant denied = grant(CreditSource.CORRECTION, CreditGrant.Limits.NONE);
        CreditReview approved = new CreditReview.Approved(office.masterAdmin.person(), Office.NOW);
        CreditReview rejected = new CreditReview.Rejected(office.masterAdmin.person(), Office.NOW);
        added(agreed);
        added(denied);
        assertThat(cashier.credit(agreed.id()).review()).isEqualTo(new CreditReview.Waiting());

        reviewed(agreed.id(), approved);
        reviewed(denied.id(), rejected);

        assertThat(cashier.credit(agreed.id()).review()).isEqualTo(approved);
        assertThat(cashier.credit(denied.id()).review()).isEqualTo(rejected);
        assertThatThrownBy(() -> reviewed(agreed.id(), rejected)).isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> reviewed(denied.id(), rejected)).isInstanceOf(ConcurrentChange.class);
        assertThat(cashier.credit(agreed.id()).review()).isEqualTo(approved);
    }

    @Test
    void what_is_left_follows_the_transfers_L3() {
        GrantId grant = cashier.granted("100.00");
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("100.00"));

        JournalEntry application = cashier.applied(cashier.invoiceOf("30.00"), null);
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("70.00"));

        cashier.unapplied(application);
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_grant_is_locked_as_it_is_found_and_the_unknown_is_left_out() {
        GrantId first = cashier.granted("1.00");
        GrantId second = cashier.granted("2.00");
        GrantId unknown = new GrantId(office.ports.ids().next());

        assertThat(in(() -> office.ports.credits().lock(office.firm, List.of(second, unknown, first))))
                .containsExactly(cashier.credit(first), cashier.credit(second));
        assertThat(in(() -> office.ports.credits().find(office.firm, unknown))).isEmpty();
    }

    @Test
    void only_credit_with_something_left_is_open_for_its_client() {
        ClientId another = office.anotherClient();
        GrantId spent = cashier.granted("10.00");
        cashier.applied(cashier.invoiceOf("10.00"), null);
        GrantId waiting = cashier.askedFor(CreditSource.GOODWILL, "10.00");
        GrantId first = cashier.granted("10.00");
        GrantId second = cashier.granted("20.00");
        GrantId theirs = cashier.grantedTo(another, "10.00");

        assertThat(open(List.of(office.client))).containsExactly(first, second);
        assertThat(open(List.of(another))).containsExactly(theirs);
        assertThat(open(List.of(another, office.client))).containsExactly(first, second, theirs);
        cashier.reviewed(waiting, CreditStep.APPROVE);
        assertThat(open(List.of(office.client)))
                .containsExactly(waiting, first, second)
                .doesNotContain(spent);
    }

    @Test
    void credit_is_found_by_the_payment_that_made_it_also_when_it_is_spent() {
        JournalEntry deposit = cashier.deposited("10.00");
        JournalEntry other = cashier.deposited("20.00");
        CreditBalance made = cashier.creditFrom(deposit.id());
        cashier.applied(cashier.invoiceOf("10.00"), null);

        assertThat(from(office.firm, deposit.id())).singleElement().satisfies(credit -> {
            assertThat(credit.grant()).isEqualTo(made.grant());
            assertThat(credit.grant().asked().origin()).isEqualTo(deposit.id());
            assertThat(credit.remaining()).isEqualTo(usd("0.00"));
        });
        assertThat(from(office.firm, other.id())).hasSize(1);
        assertThat(from(office.firm, new JournalEntryId(office.ports.ids().next())))
                .isEmpty();
    }

    @Test
    void credit_expires_from_its_day_on_while_something_is_left_L4() {
        GrantId past = cashier.granted("1.00", until(TODAY.minusDays(1)));
        GrantId onTheDay = cashier.granted("2.00", until(TODAY));
        cashier.granted("4.00", until(TODAY.plusDays(1)));
        cashier.granted("8.00");
        GrantId empty = added(grant(CreditSource.PROMOTIONAL, until(TODAY)));

        assertThat(expired(TODAY, 10)).containsExactlyInAnyOrder(past, onTheDay).doesNotContain(empty);
        assertThat(expired(TODAY, 1)).hasSize(1);
        GrantId first = expired(TODAY, 1).getFirst();
        assertThat(in(() -> office.ports.credits().expired(office.firm, TODAY, first, 10)))
                .hasSize(1)
                .doesNotContain(first);
        assertThat(expired(TODAY.minusDays(1), 10)).containsExactly(past);
        assertThat(expired(TODAY.minusDays(2), 10)).isEmpty();
    }

    @Test
    void pages_go_newest_first_and_filter() {
        ClientId another = office.anotherClient();
        GrantId spent = cashier.granted("10.00");
        cashier.applied(cashier.invoiceOf("10.00"), null);
        GrantId left = cashier.granted("20.00");
        GrantId theirs = cashier.grantedTo(another, "30.00");

        assertThat(page(new CreditFilter(null, null, null), 10)).containsExactly(theirs, left, spent);
        assertThat(page(new CreditFilter(null, null, null), 2)).containsExactly(theirs, left);
        assertThat(page(new CreditFilter(left.value(), null, null), 10)).containsExactly(spent);
        assertThat(page(new CreditFilter(null, office.client, null), 10)).containsExactly(left, spent);
        assertThat(page(new CreditFilter(null, office.client, true), 10)).containsExactly(left);
        assertThat(page(new CreditFilter(null, office.client, false), 10)).containsExactly(spent);
        assertThat(in(() -> office.ports.credits().page(office.firm, new CreditFilter(null, another, true), 10)))
                .containsExactly(cashier.credit(theirs));
    }

    @Test
    void another_firm_sees_nothing_T1() {
        GrantId grant = cashier.granted("10.00", until(TODAY));
        JournalEntry deposit = cashier.deposited("10.00");

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            Credits credits = neighbour.ports.credits();
            assertThat(credits.find(neighbour.firm, grant)).isEmpty();
            assertThat(credits.lock(neighbour.firm, List.of(grant))).isEmpty();
            assertThat(credits.lockOpen(neighbour.firm, List.of(office.client))).isEmpty();
            assertThat(credits.lockFrom(neighbour.firm, deposit.id())).isEmpty();
            assertThat(credits.expired(neighbour.firm, TODAY, null, 10)).isEmpty();
            assertThat(credits.page(neighbour.firm, new CreditFilter(null, null, null), 10))
                    .isEmpty();
            return null;
        });
    }

    private CreditGrant grant(CreditSource source, CreditGrant.Limits limits) {
        return new CreditGrant(
                new GrantId(office.ports.ids().next()),
                new CreditGrant.Parties(office.firm, office.client),
                source,
                usd("50.00"),
                limits,
                new CreditGrant.Created(office.admin.person(), Office.NOW, null));
    }

    private static CreditGrant.Limits until(LocalDate day) {
        return new CreditGrant.Limits(day, null);
    }

    private GrantId added(CreditGrant grant) {
        return in(() -> {
            office.ports.credits().add(grant);
            return grant.id();
        });
    }

    private void reviewed(GrantId grant, CreditReview review) {
        in(() -> {
            office.ports.credits().review(office.firm, grant, review);
            return null;
        });
    }

    private List<GrantId> open(List<ClientId> clients) {
        return in(() -> office.ports.credits().lockOpen(office.firm, clients).stream()
                .map(CreditBalance::id)
                .toList());
    }

    private List<CreditBalance> from(FirmId firm, JournalEntryId origin) {
        return in(() -> office.ports.credits().lockFrom(firm, origin));
    }

    private List<GrantId> expired(LocalDate day, int limit) {
        return in(() -> office.ports.credits().expired(office.firm, day, null, limit));
    }

    private List<GrantId> page(CreditFilter filter, int limit) {
        return in(() -> office.ports.credits().page(office.firm, filter, limit).stream()
                .map(CreditBalance::id)
                .toList());
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
