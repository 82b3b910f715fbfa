package feewright.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;

/** Who works under a lock extends it while it holds, and stops when somebody else has it. */
class RunLocksTest {

    /** So short that it is to be extended at every question. */
    private static final Duration AT_MOST = Duration.ofNanos(3);

    private boolean taken;
    private int extended;
    private int unlocked;

    /** A lock that a test gives to somebody else. */
    private final class TestLock implements SimpleLock {

        @Override
        public Optional<SimpleLock> extend(Duration lockAtMostFor, Duration lockAtLeastFor) {
            extended++;
            return taken ? Optional.empty() : Optional.of(this);
        }

        @Override
        public void unlock() {
            unlocked++;
        }
    }

    private final LockProvider provider = _ -> taken ? Optional.empty() : Optional.of(new TestLock());
    private final RunLocks locks = new RunLocks(provider, AT_MOST, Clock.systemUTC());

    @Test
    void what_somebody_else_has_is_not_taken() {
        taken = true;

        assertThat(locks.take("slice")).isEmpty();
    }

    @Test
    void a_lock_is_extended_while_it_is_used_and_given_away_at_the_end() {
        try (RunLocks.Held held = locks.take("slice").orElseThrow()) {
            assertThat(held.holds()).isTrue();
            assertThat(extended).isZero();
            assertThat(held.holds()).isTrue();
            assertThat(held.holds()).isTrue();
        }

        assertThat(extended).isEqualTo(2);
        assertThat(unlocked).isEqualTo(1);
    }

    @Test
    void who_lost_the_lock_stops_and_does_not_give_it_away() {
        try (RunLocks.Held held = locks.take("slice").orElseThrow()) {
            assertThat(held.holds()).isTrue();
            taken = true;
            assertThat(held.holds()).isFalse();
            assertThat(held.holds()).isFalse();
        }

        assertThat(unlocked).isZero();
    }
}
