package feewright.jdbc;

import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Locks by name over all instances on one database, in the database's time. They save double work; nothing rests on them. */
public final class JdbcLocks {

    private JdbcLocks() {}

    /**
     * The locks on a pool of connections of the runtime role ({@code feewright_app}), of an instance with a name of its own: that of
     * the host would let one of two instances on it extend or give away what the other holds.
     */
    public static LockProvider on(DataSource app, String instance) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(app))
                .withTransactionManager(new JdbcTransactionManager(app))
                .usingDbTime()
                .withLockedByValue(instance)
                .build());
    }
}
