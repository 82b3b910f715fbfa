package feewright.attempt;

import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Collecting.failed;
import static feewright.fixture.Collecting.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credit goes before every attempt to collect, where the terms say so (requirements A2 and E10). */
class CreditFirstTest {

    private static final Instant NOW = Office.NOW;

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Collecting collecting = Collecting.open(office);
    private final Cashier cashier = collecting.cashier();

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_retry_charges_nothing_where_a_deposit_came_since_the_failure_E10() {
        Invoice invoice = automatic("100.00");
        Instant retry = failedOnce(invoice);

        cashier.deposited("100.00");

        assertThat(collecting.taken(retry)).isEmpty();
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
        assertThat(cashier.account(invoice.id()).creditApplied()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_retry_charges_what_credit_leaves_E10() {
        Invoice invoice = automatic("100.00");
        Instant retry = failedOnce(invoice);

        cashier.granted("30.00");

        assertThat(collecting.errand(retry).charge().amount()).isEqualTo(usd("70.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("70.00"));
    }

    @Test
    void where_the_terms_say_manual_a_retry_leaves_credit_alone_E10() {
        Invoice invoice = cashier.invoiceOf("100.00");
        Instant retry = failedOnce(invoice);

        cashier.deposited("100.00");

        assertThat(collecting.errand(retry).charge().amount()).isEqualTo(usd("100.00"));
    }

    @Test
    void credit_that_arrives_while_an_attempt_is_under_way_waits_for_its_end_E10() {
        Invoice invoice = automatic("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        cashier.deposited("100.00");
        office.creditArrives(NOW);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));

        collecting.said(attempt, succeeded(usd("100.00")), NOW);

        assertThat(cashier.account(invoice.id()).received()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(invoice.id()).creditApplied()).isEqualTo(usd("0.00"));
    }

    @Test
    void credit_that_waited_for_an_attempt_pays_once_that_failed_E10() {
        Invoice invoice = automatic("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        cashier.deposited("100.00");

        collecting.said(attempt, failed(PaymentFailure.Category.INSUFFICIENT_FUNDS, false), NOW);
        office.creditArrives(NOW);

        assertThat(cashier.account(invoice.id()).creditApplied()).isEqualTo(usd("100.00"));
    }

    @Test
    void an_attempt_by_hand_takes_credit_first_E10() {
        collecting.autopay(false);
        Invoice partly = automatic("100.00");
        cashier.granted("30.00");

        RequestAttempt.Outcome made = office.engine.requestAttempt().ask(office.admin, partly.id(), null, NOW);
        cashier.granted("200.00");
        Invoice wholly = automatic("50.00");
        Invoice later = cashier.issued(office.signed(Offers.payingByCredit(Offers.monthlyPackage("500.00"))));
        cashier.granted("350.00");
        RequestAttempt.Outcome paid = office.engine.requestAttempt().ask(office.admin, later.id(), null, NOW);

        assertThat(((RequestAttempt.Outcome.Requested) made).attempt().amount()).isEqualTo(usd("70.00"));
        assertThat(cashier.account(wholly.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(paid).isInstanceOf(RequestAttempt.Outcome.PaidByCredit.class);
        assertThat(collecting.next(later)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    private Instant failedOnce(Invoice invoice) {
        collecting.said(
                collecting.errand(NOW).charge().attempt(),
                failed(PaymentFailure.Category.INSUFFICIENT_FUNDS, false),
                NOW);
        return ((NextStep.Attempt) collecting.next(invoice)).at();
    }

    private Invoice automatic(String fee) {
        return cashier.issued(office.signed(Offers.payingByCredit(Offers.monthlyPackage(fee))));
    }
}
