package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger.EntryFilter;
import feewright.ledger.Transfer;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.rule.Decisions.DecisionFilter;
import feewright.run.RunRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credit from its grant to its end (requirements L2 to L4). It is 10 April 2026. */
class CreditLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final Instant TOMORROW = Office.NOW.plus(Duration.ofDays(1));
    private static final CustomerText REASON = new CustomerText("Reason");

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void goodwill_is_worth_nothing_until_somebody_else_agrees_L2() {
        GrantId grant = cashier.askedFor(CreditSource.GOODWILL, "50.00");
        assertThat(cashier.credit(grant).review()).isEqualTo(new CreditReview.Waiting());
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("0.00"));
        assertThat(entries()).isEmpty();

        CreditBalance agreed = cashier.reviewed(grant, CreditStep.APPROVE);

        assertThat(rulebook.lastAsked(GrantFact.class)).singleElement().satisfies(fact -> {
            assertThat(fact.fourEyes()).isTrue();
            assertThat(fact.waiting()).isTrue();
            assertThat(fact.askedBy()).isEqualTo(office.admin.person());
        });
        assertThat(agreed.review()).isEqualTo(new CreditReview.Approved(office.masterAdmin.person(), Office.NOW));
        assertThat(agreed.remaining()).isEqualTo(usd("50.00"));
        assertThat(balance(Account.FirmAccount.ALLOWANCE)).isEqualTo(usd("50.00"));
    }

    @Test
    void credit_that_was_rejected_stays_worth_nothing_and_is_not_reviewed_again() {
        GrantId grant = cashier.askedFor(CreditSource.CORRECTION, "50.00");
        cashier.reviewed(grant, CreditStep.REJECT);

        GrantCredit.Outcome again =
                office.engine.grantCredit().review(office.masterAdmin, grant, CreditStep.APPROVE, Office.NOW);

        assertThat(again).isInstanceOf(GrantCredit.Outcome.NotWaiting.class);
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("0.00"));
        assertThat(entries()).isEmpty();
        assertThat(office.ports
                        .transactions()
                        .reading(
                                office.admin,
                                () -> office.ports
                                        .decisions()
                                        .page(
                                                office.firm,
                                                new DecisionFilter(
                                                        null,
                                                        null,
                                                        "credit/" + grant,
                                                        null,
                                                        "ENGINE-09",
                                                        null,
                                                        null,
                                                        null,
                                                        null),
                                                10)))
                .hasSize(1);
    }

    @Test
    void promotional_credit_needs_nobody_else_and_what_is_left_of_it_can_be_taken_back_L4() {
        GrantId grant = cashier.granted("50.00");
        cashier.applied(cashier.invoiceOf("20.00"), null);

        CreditBalance reversed = cashier.reversed(grant);

        assertThat(reversed.remaining()).isEqualTo(usd("0.00"));
        assertThat(reversed.review()).isEqualTo(new CreditReview.NotNeeded());
        assertThat(balance(Account.FirmAccount.ALLOWANCE)).isEqualTo(usd("20.00"));
        assertThat(entries().getFirst().amount()).isEqualTo(usd("30.00"));
        assertThat(entries()).hasSize(3);
    }

    @Test
    void credit_is_only_given_to_a_client_and_an_engagement_of_that_client() {
        SignedEngagement engagement = office.signed(Offers.monthlyPackage("5.00"));
        ClientId another = office.anotherClient();
        CreditGrant.Limits restricted = new CreditGrant.Limits(null, engagement.id());
        ClientId unknown = new ClientId(office.ports.ids().next());

        assertThat(asked(another, restricted)).isInstanceOf(GrantCredit.Outcome.NotFound.class);
        assertThat(asked(unknown, CreditGrant.Limits.NONE)).isInstanceOf(GrantCredit.Outcome.NotFound.class);
        assertThat(asked(office.client, restricted)).isInstanceOf(GrantCredit.Outcome.Done.class);
    }

    @Test
    void an_application_records_its_draws_and_unapplying_follows_them_not_todays_order_L3() {
        GrantId lasting = cashier.granted("40.00");
        GrantId expiring = cashier.granted("30.00", until(TODAY.plusDays(20)));
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry application = cashier.applied(invoice, "50.00");
        GrantId sooner = cashier.granted("500.00", until(TODAY.plusDays(1)));

        JournalEntry back = cashier.unapplied(application);

        Account owed = new Account.Receivable(invoice.id());
        assertThat(application.transfers())
                .containsExactly(
                        new Transfer(new Account.ClientCredit(expiring), owed, usd("30.00")),
                        new Transfer(new Account.ClientCredit(lasting), owed, usd("20.00")));
        assertThat(back.transfers())
                .containsExactly(
                        new Transfer(owed, new Account.ClientCredit(expiring), usd("30.00")),
                        new Transfer(owed, new Account.ClientCredit(lasting), usd("20.00")));
        assertThat(cashier.credit(lasting).remaining()).isEqualTo(usd("40.00"));
        assertThat(cashier.credit(expiring).remaining()).isEqualTo(usd("30.00"));
        assertThat(cashier.credit(sooner).remaining()).isEqualTo(usd("500.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void an_application_is_undone_once_and_the_rules_are_told() {
        cashier.granted("40.00");
        JournalEntry application = cashier.applied(cashier.invoiceOf("100.00"), null);
        cashier.unapplied(application);
        rulebook.refuse("unapplication/" + application.id());

        ApplyCredit.Outcome again = office.engine.applyCredit().unapply(office.admin, application.id(), Office.NOW);

        assertThat(again).isInstanceOf(ApplyCredit.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(UnapplicationFact.class))
                .containsExactly(new UnapplicationFact(application.id(), true, 0));
    }

    @Test
    void of_two_applications_from_one_grant_each_is_undone_by_itself() {
        GrantId grant = cashier.granted("40.00");
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry first = cashier.applied(invoice, "10.00");
        cashier.applied(invoice, "20.00");

        cashier.unapplied(first);

        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("20.00"));
        assertThat(cashier.account(invoice.id()).creditApplied()).isEqualTo(usd("20.00"));
        rulebook.refuse("unapplication/" + first.id());
        office.engine.applyCredit().unapply(office.admin, first.id(), Office.NOW);
        assertThat(rulebook.lastAsked(UnapplicationFact.class))
                .as("a second undoing must not take the other application back")
                .containsExactly(new UnapplicationFact(first.id(), true, 0));
    }

    @Test
    void credit_never_pays_more_than_is_owed_and_never_for_another_client_L3() {
        GrantId theirs = cashier.grantedTo(office.anotherClient(), "500.00");
        GrantId own = cashier.granted("500.00");
        Invoice invoice = cashier.invoiceOf("100.00");

        cashier.applied(invoice, null);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.credit(own).remaining()).isEqualTo(usd("400.00"));
        assertThat(cashier.credit(theirs).remaining()).isEqualTo(usd("500.00"));
        assertThat(office.engine.applyCredit().apply(office.admin, invoice.id(), null, Office.NOW))
                .isInstanceOf(ApplyCredit.Outcome.NothingToApply.class);
    }

    @Test
    void the_rules_are_told_what_was_wanted_what_is_owed_and_what_could_be_drawn() {
        GrantId grant = cashier.granted("40.00");
        Invoice invoice = cashier.invoiceOf("100.00");
        rulebook.refuse("drawn/" + invoice.id());

        ApplyCredit.Outcome outcome =
                office.engine.applyCredit().apply(office.admin, invoice.id(), usd("70.00"), Office.NOW);

        assertThat(outcome).isInstanceOf(ApplyCredit.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(ApplicationFact.class)).singleElement().satisfies(fact -> {
            assertThat(fact.amountMinor()).isEqualTo(7_000);
            assertThat(fact.owedMinor()).isEqualTo(10_000);
            assertThat(fact.automatic()).isFalse();
        });
        assertThat(rulebook.lastAsked(DrawFact.class)).containsExactly(new DrawFact(grant, 4_000, false));
        assertThat(rulebook.lastAsked(DrawnFact.class)).containsExactly(new DrawnFact(invoice.id(), 4_000));
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("40.00"));
    }

    @Test
    void credit_expires_on_its_day_once_L4() {
        GrantId given = cashier.granted("40.00", until(TODAY.plusDays(1)));
        cashier.applied(cashier.invoiceOf("15.00"), null);
        assertThat(office.engine.expireCredits().expire(office.firm, Office.NOW))
                .isZero();

        assertThat(office.engine.expireCredits().expire(office.firm, TOMORROW)).isEqualTo(1);
        assertThat(office.engine.expireCredits().expire(office.firm, TOMORROW)).isZero();

        assertThat(cashier.credit(given).remaining()).isEqualTo(usd("0.00"));
        assertThat(balance(Account.FirmAccount.ALLOWANCE)).isEqualTo(usd("15.00"));
        assertThat(entries().getFirst().amount()).isEqualTo(usd("25.00"));
    }

    @Test
    void credit_that_comes_back_after_its_day_expires_the_next_time_L4() {
        GrantId grant = cashier.granted("40.00", until(TODAY.plusDays(1)));
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry application = cashier.applied(invoice, null);
        assertThat(office.engine.expireCredits().expire(office.firm, TOMORROW)).isZero();

        office.engine.applyCredit().unapply(office.admin, application.id(), TOMORROW);
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("40.00"));
        ApplyCredit.Outcome again = office.engine.applyCredit().apply(office.admin, invoice.id(), null, TOMORROW);

        assertThat(again).isInstanceOf(ApplyCredit.Outcome.NothingToApply.class);
        assertThat(office.engine.expireCredits().expire(office.firm, TOMORROW)).isEqualTo(1);
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void more_than_a_batch_expires_at_once_and_what_is_refused_does_not_hold_it_up() {
        List<GrantId> grants = Stream.generate(() -> cashier.granted("1.00", until(TODAY)))
                .limit(230)
                .toList();
        rulebook.refuse("credit/" + grants.getFirst() + "/expire");

        int expired = office.engine.expireCredits().expire(office.firm, Office.NOW);

        assertThat(expired).isEqualTo(229);
        assertThat(cashier.credit(grants.getFirst()).remaining()).isEqualTo(usd("1.00"));
        assertThat(cashier.credit(grants.getLast()).remaining()).isEqualTo(usd("0.00"));
    }

    @Test
    void terms_let_credit_pay_by_itself_one_invoice_after_the_other_L3() {
        GrantId grant = cashier.granted("250.00");
        GrantId theirs = cashier.grantedTo(office.anotherClient(), "500.00");
        office.signed(Offers.payingByCredit(Offers.automatic(Offers.monthlyPackage("100.00"))));
        office.signed(Offers.payingByCredit(
                Offers.automatic(Offers.over(LocalDate.of(2026, 4, 1), null, Offers.monthlyPackage("70.00")))));

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        List<Money> applied = entries().reversed().stream()
                .filter(entry -> entry.cause() instanceof EntryCause.CreditApplied)
                .map(JournalEntry::amount)
                .toList();
        assertThat(applied).containsExactly(usd("100.00"), usd("100.00"), usd("50.00"));
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("0.00"));
        assertThat(cashier.credit(theirs).remaining()).isEqualTo(usd("500.00"));
        assertThat(entries().getFirst().cause())
                .isInstanceOfSatisfying(
                        EntryCause.CreditApplied.class,
                        cause -> assertThat(cause.automatic()).isTrue());
    }

    @Test
    void manual_terms_leave_credit_where_it_is() {
        GrantId grant = cashier.granted("250.00");

        Invoice invoice = cashier.invoiceOf("100.00");

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("250.00"));
    }

    @Test
    void an_application_that_the_rules_refuse_leaves_the_invoice_issued_and_unpaid() {
        GrantId grant = cashier.granted("250.00");
        rulebook.refuse("credit/" + grant);

        Invoice invoice = cashier.issued(office.signed(Offers.payingByCredit(Offers.monthlyPackage("100.00"))));

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("250.00"));
    }

    private GrantCredit.Outcome asked(ClientId client, CreditGrant.Limits limits) {
        GrantCredit.Request request =
                new GrantCredit.Request(client, CreditSource.PROMOTIONAL, usd("10.00"), limits, REASON);
        return office.engine.grantCredit().ask(office.admin, request, Office.NOW);
    }

    private static CreditGrant.Limits until(LocalDate day) {
        return new CreditGrant.Limits(day, null);
    }

    /** Newest first. */
    private List<JournalEntry> entries() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .page(office.firm, new EntryFilter(null, null, office.client, null, null), 1_000));
    }

    private Money balance(Account account) {
        return TrialBalance.proven(office).of(account, CurrencyUnit.USD);
    }
}
