package feewright.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Quiet;
import feewright.api.fixture.Runs;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TwoInstances;
import feewright.drools.DroolsRulebook;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.run.BillingRun;
import feewright.run.RunItem.Outcome;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What an instance does by itself, here the second one with its schedule on (requirements P1, P3). */
@ResourceLock(Quiet.DATABASE)
class ScheduleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] BUSY = {
        "feewright.billing.enabled=true", "feewright.billing.every=PT0.2S", "feewright.billing.lock-at-most-for=PT2S"
    };

    @Test
    void what_is_due_is_billed_and_what_is_unfinished_is_taken_up_beside_a_broken_firm() throws SQLException {
        TestFirm broken = TestFirm.open();
        String lost = Runs.automatic(broken);
        zone(lost, "Nowhere/Land");
        TestFirm due = TestFirm.open();
        Runs.automatic(due);
        TestFirm moved = TestFirm.withClock();
        moved.master()
                .post("/v1/test-clock", "{\"to\": \"2026-06-10T00:00:00Z\"}")
                .expect(200);
        Runs.automatic(moved);
        Office left =
                Office.open(Server.running().ports(), Server.running().context.getBean(DroolsRulebook.class));
        left.signed(Offers.monthlyPackage("10.00"));
        BillingRun open = abandoned(left);

        try (TwoInstances instances = TwoInstances.running(BUSY)) {
            assertThat(instances.beans(StartRun.class)).hasSize(2);
            waitUntil(() -> invoices(due) == 3);
            waitUntil(() -> invoices(moved) == 5);
            waitUntil(() -> left.progress(open).finishedAt() != null);
        }

        zone(lost, "America/New_York");
        assertThat(left.progress(open).count(Outcome.ISSUED)).isZero();
        assertThat(invoices(broken)).isZero();
        assertThat(Runs.all(due.admin(), "/v1/billing-runs", 10))
                .singleElement()
                .satisfies(run -> assertThat(run.has("requested_by")).isFalse());
        assertThat(Runs.all(moved.admin(), "/v1/invoices", 10))
                .allSatisfy(invoice ->
                        assertThat(invoice.at("/issue_date").asString()).isEqualTo("2026-06-09"));
    }

    /** A run that nobody works: its instance died right after it began. */
    private static BillingRun abandoned(Office office) {
        if (office.engine.startRun().start(office.admin, new RunRequest(null, null, true, false), Office.NOW)
                instanceof StartRun.Outcome.Started(BillingRun run)) {
            return run;
        }
        throw new AssertionError("the run starts");
    }

    private static int invoices(TestFirm firm) {
        return firm.admin().get("/v1/invoices").expect(200).json().at("/items").size();
    }

    private static void zone(String engagement, String zone) throws SQLException {
        Superuser.run("update billing_cursor set zone = '%s' where engagement_id = '%s'".formatted(zone, engagement));
    }

    private static void waitUntil(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Runs.sleep();
        }
    }
}
