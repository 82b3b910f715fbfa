package feewright.api.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.TestClock;
import feewright.platform.FirmId;
import feewright.platform.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that works for ever goes on, whatever it meets. */
class LoopTest {

    private static final Duration REST = Duration.ofMillis(5);
    private static final FirmId BROKEN = new FirmId(new UUID(0, 1));
    private static final FirmId SOUND = new FirmId(new UUID(0, 2));

    static List<Throwable> whatever() {
        return List.of(
                new IllegalStateException(),
                new StorageUnavailable("away"),
                new StackOverflowError(),
                new AssertionError(),
                new NoClassDefFoundError());
    }

    @ParameterizedTest
    @MethodSource("whatever")
    void the_next_turn_comes_whatever_the_last_one_met(Throwable met) throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        Loop loop = new Loop("test", REST, () -> {
            turns.countDown();
            LoopTest.<RuntimeException>raise(met);
        });

        loop.begin(true);

        assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.standing().alive()).isTrue();
        Duration since = loop.standing().sinceTurn();
        Thread.sleep(REST.multipliedBy(4));
        assertThat(loop.standing().sinceTurn()).isGreaterThan(since);
        loop.end();
    }

    @ParameterizedTest
    @MethodSource("whatever")
    void a_firm_that_breaks_keeps_no_other_waiting_and_a_database_that_is_away_ends_the_round(Throwable met)
            throws InterruptedException {
        Set<FirmId> visited = ConcurrentHashMap.newKeySet();
        CountDownLatch sound = new CountDownLatch(3);
        FirmRounds rounds = new FirmRounds("test", firms(), REST, firm -> {
            visited.add(firm);
            if (firm.equals(BROKEN)) {
                LoopTest.<RuntimeException>raise(met);
            }
            sound.countDown();
        });

        rounds.loop().begin(true);

        assertThat(sound.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.loop().end();
        assertThat(visited).contains(SOUND);
    }

    @Test
    void a_process_without_memory_ends_and_says_so_by_its_exit_code() throws Exception {
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).isEqualTo(KeepGoing.EXIT_CODE);
    }

    /** A process whose loop runs out of memory while its other threads go on. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            new Loop("victim", REST, () -> {
                        throw new OutOfMemoryError("for the test");
                    })
                    .begin(true);
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void one_that_is_not_enabled_is_not_at_work() {
        Loop loop = new Loop("test", REST, () -> {});

        loop.begin(false);

        assertThat(loop.isGoing()).isTrue();
        assertThat(loop.isAtWork()).isFalse();
    }

    private static Firms firms() {
        return new Firms() {
            @Override
            public void add(Firm firm) {
                throw new AssertionError();
            }

            @Override
            public List<FirmId> all() {
                return List.of(BROKEN, SOUND);
            }

            @Override
            public Optional<Firm> find(FirmId firm) {
                return Optional.empty();
            }

            @Override
            public Optional<TestClock> clock(FirmId firm) {
                return Optional.empty();
            }

            @Override
            public void keepClock(FirmId firm, TestClock clock) {
                throw new AssertionError();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable met) throws T {
        throw (T) met;
    }
}
