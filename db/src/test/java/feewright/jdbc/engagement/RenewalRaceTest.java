package feewright.jdbc.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.engagement.Amendments;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.TestDatabase;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.rule.DecisionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Renewals at once on real connections: one successor (requirement R1). */
class RenewalRaceTest {

    private static final int RACERS = 8;
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private final Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    private final SignedEngagement old = office.signed(Offers.over(Offers.START, DAY, Offers.monthlyPackage("500.00")));

    /** The rules permit everything here, so that the key alone is left to refuse. */
    @Test
    void eight_renewals_at_once_make_one_successor_R1() throws Exception {
        List<Object> outcomes =
                race(_ -> () -> office.engine.renewEngagement().renew(office.admin, request(), Office.NOW));

        assertThat(outcomes)
                .filteredOn(RenewEngagement.Outcome.Renewed.class::isInstance)
                .hasSize(1);
        assertThat(outcomes).filteredOn(ConcurrentChange.class::isInstance).hasSize(RACERS - 1);
        assertThat(successors()).hasSize(1);
        assertThat(new ByHand(office.firm).ask("select engagement_id from engagement"))
                .hasSize(2);
    }

    @Test
    void eight_writers_that_forgot_to_lock_make_one_successor_R1() throws Exception {
        List<SignedEngagement> candidates = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            candidates.add(office.signed(Offers.over(DAY, null, Offers.monthlyPackage("500.00"))));
        }
        DecisionId decision = new DecisionId(UUID.fromString(new ByHand(office.firm)
                .ask("select decision_id from decision limit 1")
                .getFirst()));

        List<Object> outcomes = race(racer -> () -> office.ports.transactions().in(office.admin, () -> {
            SignedEngagement successor = candidates.get(racer);
            office.ports
                    .amendments()
                    .renew(
                            successor,
                            new Succession(old.id(), successor.id(), 2, DAY),
                            new Amendments.Recorded(office.admin.person(), Office.NOW, decision));
            return "renewed";
        }));

        assertThat(outcomes).filteredOn("renewed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(ConcurrentChange.class::isInstance).hasSize(RACERS - 1);
        assertThat(successors()).hasSize(1);
    }

    private List<Succession> successors() {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.amendments().chain(office.firm, old.id()));
    }

    private RenewalRequest request() {
        RenewalRequest.Signing signing = new RenewalRequest.Signing(
                Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, new CustomerText("Signatory"));
        return new RenewalRequest(old.id(), DAY, null, signing, null);
    }

    private static List<Object> race(IntFunction<Callable<Object>> racers) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Object>> running = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                Callable<Object> work = racers.apply(racer);
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (ConcurrentChange lost) {
                        return lost;
                    }
                }));
            }
            start.countDown();
            for (Future<Object> one : running) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }
}
