package feewright.jdbc.database;

import feewright.jdbc.sql.Outages;
import feewright.jdbc.sql.QuietRollback;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** Locks by name over all instances on one database, in the database's time. They save double work; nothing rests on them. */
public final class JdbcLocks {

    private JdbcLocks() {}

    /**
     * The locks on a pool of connections of the runtime role ({@code feewright_app}), of an instance with a name of its own: that of
     * the host would let one of two instances on it extend or give away what the other holds. A database that is away is a
     * StorageUnavailable.
     */
    public static LockProvider on(DataSource app, String instance) {
        JdbcTemplateLockProvider locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(app))
                .withTransactionManager(new QuietRollback(app))
                .usingDbTime()
                .withLockedByValue(instance)
                .build());
        return wanted -> reached(() -> locks.lock(wanted)).map(Reached::new);
    }

    private record Reached(SimpleLock lock) implements SimpleLock {

        /** One that cannot be given back ends by itself. */
        @Override
        public void unlock() {
            reached(() -> {
                lock.unlock();
                return true;
            });
        }

        @Override
        public Optional<SimpleLock> extend(Duration atMost, Duration atLeast) {
            return reached(() -> lock.extend(atMost, atLeast)).map(Reached::new);
        }
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException failure) {
            throw Outages.told(failure);
        }
    }
}
