package feewright.jdbc.credit;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.CallProcessor;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorCall;
import feewright.attempt.SimulatedCard;
import feewright.attempt.SimulatedProcessor;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Credit that arrives, with instances that die before and after every commit, and beside attempts to collect what it pays: each invoice
 * is paid once (requirement E10).
 */
class ArrivedCreditCrashTest {

    /** What arrived, and what is open; each invoice; and that the arrival was looked at. */
    private static final int COMMITS = 5;

    private static final List<String> PAID = List.of("owed 0, by credit 10000", "owed 7000, by credit 3000");

    private Office office;
    private Cashier cashier;
    private List<Invoice> invoices;

    @BeforeEach
    void openOffice() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        cashier = new Cashier(office);
    }

    static Stream<Arguments> every_commit() {
        return Stream.of(Failure.KILLED_BEFORE, Failure.KILLED_AFTER, Failure.LOST_BEFORE, Failure.LOST_AFTER)
                .flatMap(failure -> Stream.iterate(1, commit -> commit <= COMMITS, commit -> commit + 1)
                        .map(commit -> Arguments.of(failure, commit)));
    }

    @Test
    void without_a_failure_so_many_commits_are_made() throws SQLException {
        issued();
        cashier.deposited("130.00");
        FailingDatabase database = new FailingDatabase(TestDatabase.pool(), Failure.NEVER, 0);

        arrived(database);

        assertThat(database.commits()).isEqualTo(COMMITS);
        assertThat(books()).isEqualTo(PAID);
    }

    @ParameterizedTest
    @MethodSource("every_commit")
    void what_fails_at_any_commit_is_gone_on_with_and_pays_once(Failure failure, int commit) throws SQLException {
        issued();
        cashier.deposited("130.00");
        try {
            arrived(new FailingDatabase(TestDatabase.pool(), failure, commit));
        } catch (FailingDatabase.Killed | StorageUnavailable stopped) {
            assertThat(failure).isNotEqualTo(Failure.NEVER);
        }

        arrived(TestDatabase.pool());

        assertThat(books()).isEqualTo(PAID);
        assertThat(waiting()).isEqualTo("0");
        TrialBalance.proven(office);
    }

    @Test
    void eight_at_once_pay_once() throws Exception {
        issued();
        cashier.deposited("130.00");
        List<Callable<Void>> instances = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            instances.add(() -> {
                arrived(TestDatabase.pool());
                return null;
            });
        }

        together(instances);

        assertThat(books()).isEqualTo(PAID);
        TrialBalance.proven(office);
    }

    @RepeatedTest(20)
    void credit_that_arrives_beside_an_attempt_is_not_paid_twice() throws Exception {
        paysByCard();
        issued();

        together(List.of(
                () -> {
                    cashier.deposited("200.00");
                    arrived(TestDatabase.pool());
                    return null;
                },
                () -> {
                    collected(Office.NOW);
                    return null;
                }));
        arrived(TestDatabase.pool());
        collected(Office.NOW.plus(Duration.ofMinutes(5)));

        assertThat(asked("""
            select coalesce(sum(a.amount_minor), 0)
            from payment_attempt a
            where a.firm_id = '%s'
            """)).isIn("0", "10000", "20000");
        assertThat(asked("select sum(owed_minor) from receivable where firm_id = '%s'"))
                .isEqualTo("0");
        assertThat(asked("""
            select coalesce(sum(amount_minor), 0)
            from journal_entry
            where firm_id = '%s' and kind in ('payment_received', 'credit_applied') and invoice_id is not null
            """)).isEqualTo("20000");
        TrialBalance.proven(office);
    }

    private static void together(List<Callable<Void>> instances) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(instances.size())) {
            List<Future<Void>> all = new ArrayList<>();
            for (Callable<Void> one : instances) {
                all.add(threads.submit(one));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
    }

    private void paysByCard() {
        Collecting collecting = new Collecting(office, cashier);
        collecting.has(new ManagePaymentMethods.Known(
                new PaymentMethod.Reference(
                        SimulatedProcessor.CODE, "customer", SimulatedCard.CARD_SUCCEEDS.reference()),
                new PaymentMethod.Display("card", null, null, null, null)));
        collecting.autopay(true);
    }

    private void issued() {
        invoices = Stream.of("100.00", "100.00")
                .map(fee -> cashier.issued(office.signed(Offers.payingByCredit(Offers.monthlyPackage(fee)))))
                .toList();
    }

    /** What one instance does that sees the database so. */
    private void arrived(DataSource database) {
        office.restarted(TestDatabase.ports(database), new PermissiveRulebook()).creditArrives(Office.NOW);
    }

    private void collected(Instant now) {
        Ports adapters = JdbcPorts.on(TestDatabase.pool(), false);
        PaymentProcessor processor =
                new SimulatedProcessor(adapters.transactions(), adapters.simulatedPayments(), _ -> now);
        CallProcessor callProcessor =
                new CallProcessor(Map.of(processor.code(), processor), office.engine.recordAttemptUpdate());
        for (ProcessorCall errand : office.takeDueCollections(processor.code()).take(office.firm, 10, now)) {
            callProcessor.run(errand, () -> now);
        }
    }

    private List<String> books() {
        return invoices.stream()
                .map(invoice -> cashier.account(invoice.id()))
                .map(account -> "owed %d, by credit %d"
                        .formatted(
                                account.owed().getAmountMinorLong(),
                                account.creditApplied().getAmountMinorLong()))
                .toList();
    }

    private String waiting() throws SQLException {
        return asked("select count(*) from credit_arrival where firm_id = '%s'");
    }

    private String asked(String query) throws SQLException {
        return new ByHand(office.firm).ask(query.formatted(office.firm)).getFirst();
    }
}
