package feewright.jdbc;

import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Role;
import feewright.firm.Transactions;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens transactions and sets the row-level wall, in one round trip. Writing runs READ COMMITTED: it locks cursors, and must see
 * what was committed while it waited for them. Reading sees one snapshot throughout and never waits.
 */
public final class JdbcTransactions implements Transactions {

    private static final String PLATFORM = "set local role feewright_platform";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    public JdbcTransactions(DataSource database) {
        Conflicts conflicts = new Conflicts();
        jdbc = new JdbcTemplate();
        jdbc.setDataSource(database);
        jdbc.setExceptionTranslator(conflicts);
        JdbcTransactionManager manager = new JdbcTransactionManager(database);
        manager.setExceptionTranslator(conflicts);
        writing = new TransactionTemplate(manager);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    /** What an open transaction may reach: one firm, with or without content, with or without writing. */
    private record Scope(FirmId firm, boolean platform, boolean writes) {

        static Scope of(Actor actor, boolean writes) {
            return new Scope(actor.firm(), actor.roles().equals(Set.of(Role.PLATFORM_OPERATOR)), writes);
        }

        boolean holds(Scope inner) {
            return firm.equals(inner.firm) && platform == inner.platform && (writes || !inner.writes);
        }

        /** SET takes no parameters; a UUID has no character that could end the literal. */
        String wall() {
            String isolation = "set transaction isolation level " + (writes ? "read committed" : "repeatable read");
            String wall = "set local feewright.firm_id = '%s'".formatted(firm.value());
            return String.join("; ", platform ? List.of(isolation, wall, PLATFORM) : List.of(isolation, wall));
        }
    }

    @Override
    public <T> T in(Actor actor, Supplier<T> work) {
        return run(writing, Scope.of(actor, true), work);
    }

    @Override
    public <T> T reading(Actor actor, Supplier<T> work) {
        return run(reading, Scope.of(actor, false), work);
    }

    private <T> T run(TransactionTemplate template, Scope scope, Supplier<T> work) {
        @Nullable Scope outer = (Scope) TransactionSynchronizationManager.getResource(this);
        if (outer != null) {
            if (!outer.holds(scope)) {
                throw new IllegalStateException("a nested transaction reaches beyond the one it joins");
            }
            return work.get();
        }
        TransactionSynchronizationManager.bindResource(this, scope);
        try {
            return template.execute(_ -> {
                jdbc.execute(scope.wall());
                return work.get();
            });
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }
}
