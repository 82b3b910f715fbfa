/**
 * Transactions, ids, audit events, customer texts and idempotency keys in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.platform;

import org.jspecify.annotations.NullMarked;
