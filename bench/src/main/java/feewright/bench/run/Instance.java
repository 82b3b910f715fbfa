package feewright.bench.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.drools.DroolsRulebook;
import feewright.engine.Engine;
import feewright.engine.Policies;
import feewright.engine.Ports;
import feewright.engine.Processors;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.database.EmbeddedDatabase;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.run.BillSlice;
import feewright.run.BillingRun;
import feewright.run.BillingRuns.OpenSlice;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What an instance of the application bills with: a pool, the rules, and workers. */
final class Instance implements AutoCloseable {

    private final HikariDataSource pool;
    private final Engine engine;
    private final Ports ports;
    private final BillSlice billSlice;
    private final StartRun startRun;

    Instance(EmbeddedDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        ports = JdbcPorts.on(pool, false);
        engine = Engine.of(ports, DroolsRulebook.open(null), Processors.none(), Policies.usual());
        startRun = engine.startRun();
        billSlice = engine.billSlice();
    }

    /** A firm with one engagement to be copied. */
    FirmId template(int monthsBefore) {
        return Template.in(engine, monthsBefore);
    }

    BillingRun start(FirmId firm) {
        return startRun.startScheduled(firm, Instant.now()).orElseThrow();
    }

    /** Starts a run that bills only up to a day. */
    BillingRun start(FirmId firm, LocalDate asOf) {
        Actor admin = new Actor(firm, new PersonId(ports.ids().next()), Set.of(Role.FIRM_ADMIN), null);
        RunRequest request = new RunRequest(null, asOf, false, false);
        if (startRun.start(admin, request, Instant.now()) instanceof StartRun.Outcome.Started(BillingRun run)) {
            return run;
        }
        throw new IllegalStateException("not started");
    }

    Queue<OpenSlice> slices(BillingRun run) {
        return new ConcurrentLinkedQueue<>(ports.transactions()
                .reading(Actor.scheduler(run.firm()), () -> ports.billingRuns().openSlices(run)));
    }

    /** Takes slices until none is left. The threads are started; who wants the end joins them. */
    List<Thread> work(BillingRun run, Queue<OpenSlice> slices, int workers) {
        BillSlice.Worker shift = new BillSlice.Worker(Instant::now, () -> true);
        List<Thread> threads = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (OpenSlice slice = slices.poll(); slice != null; slice = slices.poll()) {
                    billSlice.work(run, slice, shift);
                }
            }));
        }
        return threads;
    }

    /** Runs everything that the firm has due, alone. */
    void bill(FirmId firm, int workers) {
        BillingRun run = start(firm);
        work(run, slices(run), workers).forEach(Instance::join);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
