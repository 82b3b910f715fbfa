/**
 * The JDBC adapters of the engine's ports: the only code that knows SQL. Owns the schema, the transactions, both tenancy walls
 * and the mapping of database conflicts to {@link feewright.platform.ConcurrentChange}; owns no business decision. Invariants: every
 * statement names the firm; many things of a kind are written in one round trip; nothing here prints a parameter.
 */
@NullMarked
package feewright.jdbc;

import org.jspecify.annotations.NullMarked;
