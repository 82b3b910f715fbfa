package feewright.jdbc.run;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.fixture.FailingDatabase;
import feewright.jdbc.fixture.FailingDatabase.Failure;
import feewright.jdbc.fixture.TestDatabase;
import feewright.platform.StorageUnavailable;
import feewright.run.BillingRun;
import feewright.run.RunItem;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that dies, or loses its database, before and after every single commit, and is taken up again: the same books as without
 * (requirement P1). The points are counted, not sampled: a first run tells how many commits there are.
 */
class RunCrashTest {

    private static final RunWorld WHOLE = RunWorld.made();
    private static final int COMMITS = commitsOf(WHOLE);

    private static int commitsOf(RunWorld world) {
        FailingDatabase database = new FailingDatabase(TestDatabase.pool(), Failure.NEVER, 0);
        world.tick(database);
        world.tick(database);
        return database.commits();
    }

    static Stream<Arguments> every_commit() {
        return Stream.of(Failure.KILLED_BEFORE, Failure.KILLED_AFTER, Failure.LOST_BEFORE, Failure.LOST_AFTER)
                .flatMap(failure -> Stream.iterate(1, commit -> commit <= COMMITS, commit -> commit + 1)
                        .map(commit -> Arguments.of(failure, commit)));
    }

    @Test
    void the_run_without_a_failure_does_something_of_everything() {
        assertThat(COMMITS).isGreaterThan(8);
        assertThat(WHOLE.books())
                .containsExactly(
                        "0 2026-01-01 USD 1000.00",
                        "0 2026-02-01 USD 1100.00",
                        "0 2026-03-01 USD 1110.00",
                        "0 2026-04-01 USD 1000.00",
                        "1 2026-02-01 USD 88.00",
                        "1 2026-04-01 USD 88.00",
                        "2 2026-01-01 REFUSED aside [NO-01]",
                        "3 2026-01-01 NEEDS_REVIEW aside [missed_periods]",
                        "4 2026-04-01 USD 30.00");
    }

    @ParameterizedTest
    @MethodSource("every_commit")
    void a_run_that_fails_at_any_commit_and_is_taken_up_again_leaves_the_same_books(Failure failure, int commit) {
        RunWorld world = RunWorld.made();
        FailingDatabase database = new FailingDatabase(TestDatabase.pool(), failure, commit);
        try {
            world.tick(database);
            world.tick(database);
        } catch (FailingDatabase.Killed | StorageUnavailable stopped) {
            assertThat(failure).isNotEqualTo(Failure.NEVER);
        }

        world.tick(new FailingDatabase(TestDatabase.pool(), Failure.NEVER, 0));
        world.tick(new FailingDatabase(TestDatabase.pool(), Failure.NEVER, 0));

        world.assertSameBooksAs(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void what_takes_more_than_one_transaction_is_finished_by_the_run_that_began_it(int commit) {
        PermissiveRulebook rulebook = new PermissiveRulebook();
        Office office = Office.open(TestDatabase.ports(), rulebook);
        office.signed(automatic(Offers.over(
                LocalDate.of(2025, 4, 1),
                null,
                Offers.offer("package", Offers.packaged("10.00", "weekly", "in_advance"), null))));
        BillingRun run =
                office.engine.startRun().startScheduled(office.firm, Office.NOW).orElseThrow();
        FailingDatabase failing = new FailingDatabase(TestDatabase.pool(), Failure.KILLED_BEFORE, commit);

        assertThatThrownBy(() -> RunWorld.work(office.restarted(TestDatabase.ports(failing), rulebook), run))
                .isInstanceOf(FailingDatabase.Killed.class);
        RunWorld.work(office, run);

        assertThat(office.items(run))
                .extracting(RunItem::billing)
                .doesNotHaveDuplicates()
                .hasSize(54);
        assertThat(office.progress(run).finishedAt()).isEqualTo(Office.NOW);
    }
}
