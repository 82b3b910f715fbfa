package feewright.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.jdbc.fixture.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Locks of two instances on one host and one database (requirement P1). */
class JdbcLocksTest {

    private final LockProvider one = JdbcLocks.on(TestDatabase.pool(), "one");
    private final LockProvider other = JdbcLocks.on(TestDatabase.pool(), "other");
    private final String name = "test/" + UUID.randomUUID();

    @Test
    void one_holds_a_lock_until_it_gives_it_away() {
        SimpleLock held = lock(one).orElseThrow();

        assertThat(lock(other)).isEmpty();
        assertThat(lock(one)).isEmpty();

        held.unlock();
        assertThat(lock(other)).isPresent();
    }

    @Test
    void whose_lock_ran_out_neither_extends_nor_gives_away_what_another_took() {
        SimpleLock late = lock(one).orElseThrow();
        runsOut();
        SimpleLock current = lock(other).orElseThrow();

        assertThat(late.extend(Duration.ofHours(1), Duration.ZERO)).isEmpty();
        assertThat(lock(one)).isEmpty();
        assertThat(current.extend(Duration.ofHours(1), Duration.ZERO)).isPresent();
    }

    @Test
    void a_late_unlock_leaves_the_lock_to_who_took_it() {
        SimpleLock late = lock(one).orElseThrow();
        runsOut();
        assertThat(lock(other)).isPresent();

        late.unlock();

        assertThat(lock(one)).isEmpty();
    }

    private Optional<SimpleLock> lock(LockProvider provider) {
        return provider.lock(new LockConfiguration(Instant.EPOCH, name, Duration.ofHours(1), Duration.ZERO));
    }

    private void runsOut() {
        new JdbcTemplate(TestDatabase.pool())
                .update("update shedlock set lock_until = now() - interval '1 hour' where name = ?", name);
    }
}
