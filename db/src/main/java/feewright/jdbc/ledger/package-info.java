/**
 * Journal entries, transfers and the balances under them in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.ledger;

import org.jspecify.annotations.NullMarked;
