package feewright.jdbc.run;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.jdbc.database.Login;
import feewright.jdbc.fixture.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A process that bills and is killed by the system in the middle, again and again. The long version:
 * {@code ./mvnw -pl db -am test -Dtest=RunKillTest -Dfeewright.test.kills=60 -Dsurefire.failIfNoSpecifiedTests=false}
 */
class RunKillTest {

    private static final int PERIODS = 4;
    private static final int KILLS = Integer.getInteger("feewright.test.kills", 2);
    private static final int ENGAGEMENTS = 40 * KILLS;

    private final Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());

    @Test
    void a_process_that_is_killed_while_it_bills_leaves_books_that_the_next_completes_P1() throws Exception {
        List<SignedEngagement> engagements = new ArrayList<>();
        for (int count = 0; count < ENGAGEMENTS; count++) {
            SignedEngagement engagement = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
            office.approved(engagement, LocalDate.of(2026, 1, 5), 1 + count % 30);
            engagements.add(engagement);
        }
        Random random = new Random(20261122);

        int killed = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int target = invoices().size() + 1 + random.nextInt(30 * PERIODS);
            killed += killedOnceThereAre(target) ? 1 : 0;
        }
        assertThat(process().waitFor()).isZero();

        List<Invoice.Head> invoices = invoices();
        assertThat(killed).isPositive();
        assertThat(invoices).hasSize(PERIODS * ENGAGEMENTS);
        assertThat(invoices.stream().map(head -> head.number().sequence()).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, invoices.size()).boxed().toList());
        assertThat(invoices.stream()
                        .map(head ->
                                head.parties().engagement() + " " + head.dates().billing()))
                .doesNotHaveDuplicates();
        assertThat(engagements)
                .allSatisfy(engagement -> assertThat(office.ports
                                .transactions()
                                .reading(
                                        office.admin,
                                        () -> office.ports.billingPositions().read(office.firm, engagement.id()))
                                .orElseThrow()
                                .open())
                        .isEmpty());
    }

    /** Whether the process was still at work when it was killed. */
    private boolean killedOnceThereAre(int target) throws IOException, InterruptedException {
        Process process = process();
        while (process.isAlive() && invoices().size() < target) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        boolean atWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return atWork;
    }

    private Process process() throws IOException {
        Login app = TestDatabase.app();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RunVictim.class.getName(),
                        TestDatabase.url(),
                        app.user(),
                        app.password(),
                        office.firm.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "run-victim.log"))
                .start();
    }

    private List<Invoice.Head> invoices() {
        InvoiceFilter filter = new InvoiceFilter(null, null, null, null, null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().page(office.firm, filter, 100_000));
    }
}
