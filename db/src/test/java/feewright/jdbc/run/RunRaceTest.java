package feewright.jdbc.run;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.EngagementId;
import feewright.fixture.Office;
import feewright.invoice.InvoiceRequest;
import feewright.jdbc.fixture.TestDatabase;
import feewright.platform.ConcurrentChange;
import feewright.run.BillingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;

/** Instances that all work at the same slices at once, as when their locks have expired: the claims keep the books (requirement P1). */
class RunRaceTest {

    private static final int INSTANCES = 3;
    private static final RunWorld WHOLE = whole();

    private static RunWorld whole() {
        RunWorld world = RunWorld.made();
        world.tick(TestDatabase.pool());
        return world;
    }

    @RepeatedTest(5)
    void three_instances_on_the_same_slices_leave_the_books_of_one() throws Exception {
        RunWorld world = RunWorld.made();
        BillingRun run = world.office()
                .engine
                .startRun()
                .startScheduled(world.office().firm, Office.NOW)
                .orElseThrow();

        together(INSTANCES, _ -> () -> RunWorld.work(world.process(TestDatabase.pool()), run));

        world.assertSameBooksAs(WHOLE);
    }

    @RepeatedTest(3)
    void runs_and_people_who_bill_at_once_leave_the_books_of_one() throws Exception {
        RunWorld world = RunWorld.made();

        together(
                INSTANCES,
                racer -> racer == 0
                        ? () -> world.engagements().forEach(engagement -> issueOnce(world, engagement.id()))
                        : () -> world.tick(TestDatabase.pool()));
        world.tick(TestDatabase.pool());

        assertThat(world.heads().stream().map(head -> head.number().sequence()).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, world.heads().size()).boxed().toList());
        assertThat(world.heads().stream()
                        .map(head ->
                                head.parties().engagement() + " " + head.dates().billing()))
                .doesNotHaveDuplicates();
    }

    private static void issueOnce(RunWorld world, EngagementId engagement) {
        Office office = world.office();
        try {
            office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement), null, Office.NOW);
        } catch (ConcurrentChange lost) {
            assertThat(lost.code()).isNotBlank();
        }
    }

    private static void together(int racers, IntFunction<Runnable> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(racers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int racer = 0; racer < racers; racer++) {
                Runnable mine = work.apply(racer);
                futures.add(pool.submit(() -> {
                    start.await();
                    mine.run();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> future : futures) {
                future.get();
            }
        }
    }
}
