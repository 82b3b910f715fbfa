package feewright.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import feewright.credit.PostInvoices;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Issuing;
import feewright.rule.Judge;
import feewright.run.BillBatch;
import feewright.run.BillingRun;
import feewright.run.StartRun;
import feewright.run.WorkSlice;
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
            JdbcAdapters ports = JdbcAdapters.on(pool);
            StartRun.Registers registers = new StartRun.Registers(
                    ports.billingRuns(), ports.workLists(), ports.dueWork(), ports.engagements());
            List<BillingRun> runs = new ArrayList<>(ports.transactions()
                    .reading(Actor.scheduler(firm), () -> ports.billingRuns().unfinished(firm)));
            new StartRun(ports.transactions(), registers, ports.auditTrail(), ports.ids())
                    .startScheduled(firm, Office.NOW)
                    .ifPresent(runs::add);
            runs.forEach(run -> work(ports, registers, run));
        }
    }

    private static void work(JdbcAdapters ports, StartRun.Registers registers, BillingRun run) {
        Judge judge = new Judge(new PermissiveRulebook(), ports.decisions(), ports.ids());
        Issuing issuing = new Issuing(
                judge,
                new Issuing.Records(
                        ports.invoices(),
                        ports.invoiceNumbers(),
                        ports.contents(),
                        ports.auditTrail(),
                        new PostInvoices(ports.credits(), ports.bookkeeping(judge))));
        BillBatch batch = new BillBatch(ports.billingPositions(), issuing, ports.setAsides());
        WorkSlice workSlice = new WorkSlice(ports.transactions(), registers, batch, 1);
        ports.transactions()
                .reading(Actor.scheduler(run.firm()), () -> ports.billingRuns().openSlices(run))
                .forEach(slice -> workSlice.work(run, slice, new WorkSlice.Shift(() -> Office.NOW, () -> true)));
    }
}
