package feewright.jdbc.run;

import com.zaxxer.hikari.HikariDataSource;
import feewright.engine.Engine;
import feewright.engine.Policies;
import feewright.engine.Ports;
import feewright.engine.Processors;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.JdbcPorts;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.run.BillSlice;
import feewright.run.BillingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A process of its own that does what the schedule does, one engagement at a time, until it is killed or nothing is left. */
final class RunVictim {

    private RunVictim() {}

    /** Takes the database, its user and password, and the firm. */
    public static void main(String[] arguments) {
        FirmId firm = new FirmId(UUID.fromString(arguments[3]));
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(arguments[0]);
            pool.setUsername(arguments[1]);
            pool.setPassword(arguments[2]);
            Ports ports = JdbcPorts.on(pool, false);
            Engine engine = Engine.of(ports, new PermissiveRulebook(), Processors.none(), Policies.usual());
            List<BillingRun> runs = new ArrayList<>(ports.transactions()
                    .reading(Actor.scheduler(firm), () -> ports.billingRuns().unfinished(firm)));
            engine.startRun().startScheduled(firm, Office.NOW).ifPresent(runs::add);
            runs.forEach(run -> work(engine, run));
        }
    }

    private static void work(Engine engine, BillingRun run) {
        BillSlice billSlice = engine.billSlice(1);
        Ports ports = engine.ports();
        ports.transactions()
                .reading(Actor.scheduler(run.firm()), () -> ports.billingRuns().openSlices(run))
                .forEach(slice -> billSlice.work(run, slice, new BillSlice.Worker(() -> Office.NOW, () -> true)));
    }
}
