package feewright.jdbc.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.fixture.Cashier;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Webhooks;
import feewright.jdbc.fixture.FailingDatabase;
import feewright.jdbc.fixture.FailingDatabase.Failure;
import feewright.jdbc.fixture.TestDatabase;
import feewright.platform.StorageUnavailable;
import feewright.webhook.Delivery.Status;
import feewright.webhook.Dispatch;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.TakeDueDeliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Telling that dies, or loses its database, before and after every commit, and goes on elsewhere: a receiver is told of every event
 * at least once, and always of the same; where nothing fails, once.
 */
class DeliveryCrashTest {

    /** Taking two deliveries, and what came of each. */
    private static final int COMMITS = 3;

    private final ConcurrentLinkedQueue<OutgoingEvent> received = new ConcurrentLinkedQueue<>();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        new Webhooks(office).subscribed();
    }

    static Stream<Arguments> every_commit() {
        return Stream.of(Failure.KILLED_BEFORE, Failure.KILLED_AFTER, Failure.LOST_BEFORE, Failure.LOST_AFTER)
                .flatMap(failure -> Stream.iterate(1, commit -> commit <= COMMITS, commit -> commit + 1)
                        .map(commit -> Arguments.of(failure, commit)));
    }

    @ParameterizedTest
    @MethodSource("every_commit")
    void telling_that_fails_at_any_commit_tells_of_everything_in_the_end(Failure failure, int commit) {
        invoices(2);
        try {
            told(new FailingDatabase(TestDatabase.pool(), failure, commit), Office.NOW);
        } catch (FailingDatabase.Killed | StorageUnavailable stopped) {
            assertThat(failure).isNotEqualTo(Failure.NEVER);
        }

        told(TestDatabase.pool(), Office.NOW.plus(TakeDueDeliveries.LEASE));

        Webhooks webhooks = new Webhooks(office);
        assertThat(new HashSet<>(received)).isEqualTo(new HashSet<>(webhooks.events()));
        assertThat(webhooks.events(Status.DELIVERED, null)).hasSize(2);
    }

    @Test
    void eight_at_once_tell_of_everything_once() throws Exception {
        invoices(20);
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(instances.submit(() -> {
                    for (int round = 0; round < 4; round++) {
                        told(TestDatabase.pool(), Office.NOW);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(received).doesNotHaveDuplicates().hasSize(20);
        assertThat(new Webhooks(office).events(Status.DELIVERED, null)).hasSize(20);
    }

    @Test
    void eight_who_ask_for_it_again_at_once_have_it_sent_again_once() throws Exception {
        invoices(1);
        told(TestDatabase.pool(), Office.NOW);
        Webhooks webhooks = new Webhooks(office);
        OutgoingEvent event = webhooks.events().getFirst();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(people.submit(() -> webhooks.resendEvent()
                        .again(
                                office.admin,
                                event.id(),
                                webhooks.told(event.id()).getFirst().delivery().to())));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        told(TestDatabase.pool(), Office.NOW);
        told(TestDatabase.pool(), Office.NOW);

        assertThat(received).containsExactly(event, event);
        assertThat(webhooks.told(event.id()).getFirst().tries()).hasSize(2);
    }

    private void invoices(int count) {
        Cashier cashier = new Cashier(office);
        for (int i = 0; i < count; i++) {
            cashier.invoiceOf("100.00");
        }
    }

    /** What one instance does that sees the database so. */
    private void told(DataSource database, Instant now) {
        Webhooks seen = new Webhooks(office.restarted(TestDatabase.ports(database), new PermissiveRulebook()));
        for (Dispatch dispatch : seen.taken(now)) {
            received.add(dispatch.event());
            seen.answered(dispatch, 200, now);
        }
    }
}
