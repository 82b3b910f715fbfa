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
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.ledger.JournalEntry;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes next to collect an invoice, or why nothing does, as things stand when somebody asks. */
class CollectionOutlookTest {

    private static final Instant NOW = Office.NOW;

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Collecting collecting = Collecting.open(office);
    private final Cashier cashier = collecting.cashier();

    @Test
    void what_was_collected_and_given_back_owes_again() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, succeeded(usd("100.00")), NOW);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.COLLECTED));

        cashier.refunded(payment(attempt), "30.00");

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.OWES_AGAIN));
        cashier.paid(invoice, "30.00");
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.COLLECTED));
        cashier.refunded(payment(attempt), null);
        cashier.writtenOff(invoice, null);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "60.00", "100.00"})
    void more_than_the_rest_that_a_processor_cannot_count_owes_again_A7(String back) {
        Invoice invoice = cashier.invoiceOf("100.04");
        AttemptId attempt = takenButForCents().attempt();
        collecting.said(attempt, succeeded(usd("100.00")), NOW);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.REMAINDER_LEFT));

        cashier.refunded(payment(attempt), back);

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.OWES_AGAIN));
        cashier.paid(invoice, back);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.REMAINDER_LEFT));
    }

    @Test
    void what_came_and_no_rule_permits_is_in_suspense() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        rulebook.refuse("payment_attempt/" + attempt);

        collecting.said(attempt, succeeded(usd("100.00")), NOW);

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.IN_SUSPENSE));
    }

    @Test
    void what_was_given_back_and_written_off_was_not_collected() {
        Invoice invoice = cashier.invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, succeeded(usd("100.00")), NOW);

        cashier.refunded(payment(attempt), null);
        cashier.writtenOff(invoice, null);

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    @Test
    void without_autopay_nothing_happens_and_it_says_so() {
        collecting.autopay(false);
        Invoice invoice = cashier.invoiceOf("100.00");
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NO_AUTOPAY));

        collecting.autopay(true);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NOT_STARTED));
        cashier.paid(invoice, "100.00");

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    @Test
    void a_retry_is_told_of_only_while_something_is_owed_and_autopay_is_on() {
        Invoice invoice = cashier.invoiceOf("100.00");
        collecting.said(
                collecting.errand(NOW).charge().attempt(),
                failed(PaymentFailure.Category.INSUFFICIENT_FUNDS, false),
                NOW);
        assertThat(next(invoice)).isInstanceOf(NextStep.Attempt.class);

        collecting.autopay(false);
        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.AUTOPAY_SWITCHED_OFF));
        cashier.paid(invoice, "100.00");

        assertThat(next(invoice)).isEqualTo(new NextStep.None(StopReason.NOTHING_OWED));
    }

    /** What is due, by a processor that counts no cents. */
    private Charge takenButForCents() {
        ProcessorLimits limits = new ProcessorLimits(
                Map.of("simulated", owed -> new Collectable.Amount(owed.rounded(0, RoundingMode.DOWN))));
        TakeDueCollections takeDueCollections = new TakeDueCollections(
                office.ports.transactions(), office.engine.collectionRecords(), office.engine.payWithCredit(), limits);
        return takeDueCollections.take(office.firm, 100, NOW).getFirst().charge();
    }

    private JournalEntry payment(AttemptId attempt) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .find(
                                        office.firm,
                                        collecting.attempt(attempt).payment().orElseThrow()))
                .orElseThrow();
    }

    private NextStep next(Invoice invoice) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.engine.collectionRecords().next(cashier.account(invoice.id())));
    }
}
