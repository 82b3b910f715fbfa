package feewright.jdbc.platform;

import feewright.jdbc.sql.Conflicts;
import feewright.jdbc.sql.Outages;
import feewright.jdbc.sql.QuietRollback;
import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionEnded;
import feewright.platform.FirmId;
import feewright.platform.Role;
import feewright.platform.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
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
        jdbc = new JdbcTemplate();
        jdbc.setDataSource(database);
        jdbc.setExceptionTranslator(new Conflicts());
        QuietRollback manager = new QuietRollback(database);
        writing = new TransactionTemplate(manager);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    /**
     * What an open transaction may reach: one firm, with or without content, with or without writing. A break-glass operator has a
     * session, or that of zeros, which shows no content; what is read within a session cannot write.
     */
    private record Scope(
            FirmId firm, boolean platform, @Nullable UUID session, boolean writes) {

        private static final UUID OUTSIDE = new UUID(0, 0);

        static Scope of(Actor actor, boolean writes) {
            if (writes && actor.session() != null) {
                throw new IllegalStateException("a break-glass session only reads");
            }
            return new Scope(
                    actor.firm(), actor.roles().equals(Set.of(Role.PLATFORM_OPERATOR)), session(actor), writes);
        }

        private static @Nullable UUID session(Actor actor) {
            if (actor.session() != null) {
                return actor.session().value();
            }
            return actor.is(Role.BREAK_GLASS_OPERATOR) ? OUTSIDE : null;
        }

        boolean holds(Scope inner) {
            return firm.equals(inner.firm)
                    && platform == inner.platform
                    && Objects.equals(session, inner.session)
                    && (writes || !inner.writes);
        }

        boolean isInSession() {
            return session != null && !session.equals(OUTSIDE);
        }

        /** SET takes no parameters; a UUID has no character that could end the literal. */
        String wall() {
            String isolation = "set transaction isolation level " + (writes ? "read committed" : "repeatable read");
            String wall = "set local feewright.firm_id = '%s'".formatted(firm.value());
            List<String> settings = new ArrayList<>(List.of(isolation, wall));
            if (session != null) {
                settings.add("set local feewright.session_id = '%s'".formatted(session));
            }
            if (platform) {
                settings.add(PLATFORM);
            }
            return String.join("; ", settings);
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
                if (scope.isInSession()) {
                    checkSession(scope);
                }
                return work.get();
            });
        } catch (TransactionException failure) {
            throw Outages.told(failure);
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** This is the first look of the transaction, so whatever is read after it is what was there while the session stood. */
    private void checkSession(Scope scope) {
        Boolean stands = jdbc.queryForObject("""
            select exists (
                select
                from break_glass_session s
                where s.firm_id = ? and s.session_id = ? and not exists (
                    select from break_glass_closure e where e.firm_id = s.firm_id and e.session_id = s.session_id))
            """, Boolean.class, scope.firm().value(), scope.session());
        if (!Boolean.TRUE.equals(stands)) {
            throw new BreakGlassSessionEnded();
        }
    }
}
