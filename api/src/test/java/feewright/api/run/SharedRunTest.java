package feewright.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Called;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Runs;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TwoInstances;
import feewright.drools.DroolsRulebook;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.run.BillingRun;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A run that several processes work, with locks that fail them, and one that outlives its process (requirement P1). */
@ResourceLock(Quiet.DATABASE)
class SharedRunTest {

    /** Two slices, each of several batches. */
    private static final int ENGAGEMENTS = 600;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path directory;

    private final Office office =
            Office.open(Server.running().ports(), Server.running().context.getBean(DroolsRulebook.class));

    @Test
    void two_instances_share_a_run_whose_locks_expire_and_bill_everything_once() throws Exception {
        sign();
        BillingRun run = started();

        try (TwoInstances instances = TwoInstances.running()) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (office.progress(run).finishedAt() == null) {
                assertThat(System.nanoTime()).isLessThan(until);
                instances.beans(Workers.class).forEach(workers -> workers.wake(office.firm));
                Superuser.run(
                        "update shedlock set lock_until = now() - interval '1 hour' where name like 'billing/%s/%%'"
                                .formatted(office.firm));
                Runs.sleep();
            }
        }

        everything_is_billed_once(run);
    }

    @Test
    void a_run_whose_process_was_killed_is_resumed_by_another() throws Exception {
        sign();
        List<String> arguments = new ArrayList<>(List.of("bill", "--firm", office.firm.toString()));
        arguments.addAll(Called.settings());
        arguments.add("--set=feewright.billing.lock-at-most-for=PT2S");
        arguments.add("--set=feewright.billing.workers=1");

        BillingRun run = killedInTheMidst(arguments);

        RunProgress left = office.progress(run);
        assertThat(left.finishedAt()).isNull();
        assertThat(left.done()).isBetween(1L, ENGAGEMENTS - 1L);
        arguments.add("--resume");
        Called called = Called.with(arguments.toArray(String[]::new));
        assertThat(called.code()).as(called.text()).isZero();
        assertThat(called.text()).contains(run.id().toString(), "issued: " + ENGAGEMENTS);
        everything_is_billed_once(run);
    }

    /** One engagement is locked, so that the process cannot come to its end before it is killed. */
    private BillingRun killedInTheMidst(List<String> arguments) throws Exception {
        try (Connection holder = Superuser.connect();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("""
                select engagement_id
                from billing_cursor
                where firm_id = '%s'
                order by engagement_id desc
                limit 1
                for update
                """.formatted(office.firm));
            Process process = command(arguments);
            BillingRun run = begun(process);
            process.destroyForcibly().waitFor();
            return run;
        }
    }

    private void everything_is_billed_once(BillingRun run) throws SQLException {
        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(ENGAGEMENTS);
        assertThat(Superuser.ask(
                        "select number from invoice where firm_id = '%s' order by number".formatted(office.firm)))
                .isEqualTo(LongStream.rangeClosed(1, ENGAGEMENTS)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(Superuser.ask("""
            select i.engagement_id from invoice i where i.firm_id = '%s'
            group by i.engagement_id having count(*) > 1
            """.formatted(office.firm))).isEmpty();
        assertThat(Superuser.ask("""
            select i.invoice_id from billing_run_item i where i.firm_id = '%1$s' and i.run_id = '%2$s'
            intersect select v.invoice_id from invoice v where v.firm_id = '%1$s'
            """.formatted(office.firm, run.id()))).hasSize(ENGAGEMENTS);
    }

    /** One period each is due. */
    private void sign() {
        for (int i = 0; i < ENGAGEMENTS; i++) {
            office.signed(Offers.automatic(
                    Offers.over(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1), Offers.monthlyPackage("10.00"))));
        }
    }

    private BillingRun started() {
        if (office.engine.startRun().start(office.admin, RunRequest.SCHEDULED, Office.NOW)
                instanceof StartRun.Outcome.Started(BillingRun run)) {
            return run;
        }
        throw new AssertionError("the run starts");
    }

    /** The run of the process, once something of it is done. */
    private BillingRun begun(Process process) throws InterruptedException, IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            List<BillingRun> runs = office.ports
                    .transactions()
                    .reading(office.admin, () -> office.ports.billingRuns().unfinished(office.firm));
            if (!runs.isEmpty() && office.progress(runs.getFirst()).done() > 0) {
                return runs.getFirst();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the process bills nothing: " + Files.readString(directory.resolve("killed.log")));
    }

    private static Process command(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "feewright.api.Feewright"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("killed.log").toFile())
                .start();
    }
}
