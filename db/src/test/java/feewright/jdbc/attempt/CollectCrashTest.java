package feewright.jdbc.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.CallProcessor;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorCall;
import feewright.attempt.SimulatedCard;
import feewright.attempt.SimulatedProcessor;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.FailingDatabase;
import feewright.jdbc.fixture.FailingDatabase.Failure;
import feewright.jdbc.fixture.TestDatabase;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.platform.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Collecting that dies, or loses its database, before and after every single commit, and goes on elsewhere: each invoice is charged
 * once and paid once (requirements A2 and A3). The processor keeps books of its own, which are compared with ours.
 */
class CollectCrashTest {

    /** Committing the attempts, the processor's own commit for each, and the outcome of each. */
    private static final int COMMITS = 5;

    private static final List<String> TWICE_PAID =
            List.of("invoice 1: asked 1, owed 0, cash 10000", "invoice 2: asked 1, owed 0, cash 20000");

    private Office office;
    private List<Invoice> invoices;

    @BeforeEach
    void openOffice() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    }

    static Stream<Arguments> every_commit() {
        return Stream.of(Failure.KILLED_BEFORE, Failure.KILLED_AFTER, Failure.LOST_BEFORE, Failure.LOST_AFTER)
                .flatMap(failure -> Stream.iterate(1, commit -> commit <= COMMITS, commit -> commit + 1)
                        .map(commit -> Arguments.of(failure, commit)));
    }

    @Test
    void without_a_failure_so_many_commits_are_made() throws SQLException {
        issued(SimulatedCard.CARD_SUCCEEDS);
        FailingDatabase database = new FailingDatabase(TestDatabase.pool(), Failure.NEVER, 0);

        collected(database, Office.NOW);

        assertThat(database.commits()).isEqualTo(COMMITS);
        assertThat(books()).isEqualTo(TWICE_PAID);
    }

    @ParameterizedTest
    @MethodSource("every_commit")
    void collecting_that_fails_at_any_commit_charges_once_in_the_end(Failure failure, int commit) throws SQLException {
        issued(SimulatedCard.CARD_SUCCEEDS);
        try {
            collected(new FailingDatabase(TestDatabase.pool(), failure, commit), Office.NOW);
        } catch (FailingDatabase.Killed | StorageUnavailable stopped) {
            assertThat(failure).isNotEqualTo(Failure.NEVER);
        }

        collectedUntilNothingIsDue();

        assertThat(books()).isEqualTo(TWICE_PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = SimulatedCard.class,
            names = {"CARD_TIMES_OUT", "CARD_VANISHES", "DEBIT_SUCCEEDS"})
    void an_answer_that_is_lost_or_late_charges_once_in_the_end(SimulatedCard card) throws SQLException {
        issued(card);

        collectedUntilNothingIsDue();

        assertThat(books()).isEqualTo(TWICE_PAID);
    }

    @Test
    void eight_at_once_share_the_work_and_charge_once() throws Exception {
        issued(SimulatedCard.CARD_SUCCEEDS);
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            Callable<Void> instance = () -> {
                for (int round = 0; round < 5; round++) {
                    collected(TestDatabase.pool(), Office.NOW);
                }
                return null;
            };
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(instances.submit(instance));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }

        collectedUntilNothingIsDue();

        assertThat(books()).isEqualTo(TWICE_PAID);
    }

    private void issued(SimulatedCard card) {
        Collecting collecting = new Collecting(office, new Cashier(office));
        collecting.has(new ManagePaymentMethods.Known(
                new PaymentMethod.Reference(SimulatedProcessor.CODE, "customer", card.reference()),
                new PaymentMethod.Display("card", null, null, null, null)));
        collecting.autopay(true);
        Cashier cashier = new Cashier(office);
        invoices = List.of(cashier.invoiceOf("100.00"), cashier.invoiceOf("200.00"));
    }

    /** Days go by, in steps in which everything that can fall due does. */
    private void collectedUntilNothingIsDue() {
        for (Instant now = Office.NOW;
                now.isBefore(Office.NOW.plus(Duration.ofDays(6)));
                now = now.plus(Duration.ofHours(1))) {
            collected(TestDatabase.pool(), now);
        }
    }

    /** What one instance does that sees the database so. */
    private void collected(DataSource database, Instant now) {
        Office seen = office.restarted(TestDatabase.ports(database), new PermissiveRulebook());
        PaymentProcessor processor = new SimulatedProcessor(
                JdbcPorts.on(database, false).transactions(),
                JdbcPorts.on(database, false).simulatedPayments(),
                _ -> now);
        CallProcessor callProcessor =
                new CallProcessor(Map.of(processor.code(), processor), seen.engine.recordAttemptUpdate());
        for (ProcessorCall errand : seen.takeDueCollections(processor.code()).take(seen.firm, 10, now)) {
            callProcessor.run(errand, () -> now);
        }
    }

    /** Of each invoice how many payments the processor was asked for, and what our ledger says. */
    private List<String> books() throws SQLException {
        List<String> books = new ArrayList<>();
        for (Invoice invoice : invoices) {
            books.add("invoice %d: asked %s, owed %s, cash %s"
                    .formatted(
                            invoices.indexOf(invoice) + 1,
                            asked("select count(*) from simulated_payment where invoice_id = '%s'", invoice),
                            asked("select owed_minor from receivable where invoice_id = '%s'", invoice),
                            asked(
                                    "select sum(amount_minor) from transfer where invoice_id = '%s' and debit = 'cash'",
                                    invoice)));
        }
        return books;
    }

    private String asked(String query, Invoice invoice) throws SQLException {
        return new ByHand(office.firm).ask(query.formatted(invoice.id())).getFirst();
    }
}
