package feewright.platform;

import java.util.function.Supplier;

/**
 * Port: opens the database transaction that everything of one firm runs in, with the row-level wall set to the actor's firm.
 * A nested call joins. An exception rolls back. Where the storage is away, or is lost before or at the commit, both throw
 * {@link StorageUnavailable}. Platform roles get a database role that cannot read content.
 */
public interface Transactions {

    /** Runs {@code work} in a transaction that may write. */
    <T> T in(Actor actor, Supplier<T> work);

    /** Runs {@code work} in a transaction that cannot write. */
    <T> T reading(Actor actor, Supplier<T> work);
}
