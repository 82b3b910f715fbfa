package feewright.jdbc.rule;

import feewright.jdbc.sql.Outages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.QuietRollback;
import feewright.jdbc.sql.ReachedDatabase;
import feewright.jdbc.sql.Statements;
import feewright.rule.PackHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which rule pack each running instance has, by its own word and in the database's time. Of no firm, so it opens transactions of its
 * own. A database that is away is a StorageUnavailable.
 */
public final class InstanceRules {

    private final Statements statements;
    private final TransactionTemplate transaction;

    private InstanceRules(DataSource app) {
        statements = new Statements(app);
        transaction = new TransactionTemplate(new QuietRollback(app));
    }

    /** On a pool of connections of the runtime role. */
    public static InstanceRules on(DataSource pool) {
        return new InstanceRules(new ReachedDatabase(pool));
    }

    /** What an instance has: since when, by its own clock, and when it last said so. */
    public record Seen(UUID instance, PackHash pack, Instant loadedAt, Instant seenAt) {}

    /** Says it, and forgets those that have not for a day. */
    public void say(UUID instance, PackHash pack, Instant loadedAt) {
        in(() -> statements.changes(
                """
                insert into instance_rule_pack (instance_id, pack_hash, loaded_at, seen_at)
                values (:instance, :pack, :loaded, now())
                on conflict (instance_id) do update
                set pack_hash = :pack, loaded_at = :loaded, seen_at = now();
                delete from instance_rule_pack
                where seen_at < now() - interval '1 day'
                """,
                Parameters.ofNoFirm()
                        .uuid("instance", instance)
                        .text("pack", pack.hex())
                        .instant("loaded", loadedAt)));
    }

    /** An instance that ends in good order has none any more. */
    public void forget(UUID instance) {
        in(() -> statements.change("""
            delete from instance_rule_pack
            where instance_id = :instance
            """, Parameters.ofNoFirm().uuid("instance", instance)));
    }

    /** Those that said so within the last half minute. */
    public List<Seen> running() {
        return in(() -> statements.rows(
                """
                select instance_id, pack_hash, loaded_at, seen_at
                from instance_rule_pack
                where seen_at > now() - interval '30 seconds'
                order by instance_id
                """,
                Parameters.ofNoFirm(),
                row -> new Seen(
                        row.uuid("instance_id"),
                        new PackHash(row.text("pack_hash")),
                        row.instant("loaded_at"),
                        row.instant("seen_at"))));
    }

    private <T> T in(Supplier<T> work) {
        try {
            return Optional.ofNullable(transaction.execute(_ -> work.get())).orElseThrow();
        } catch (TransactionException failure) {
            throw Outages.told(failure);
        }
    }
}
