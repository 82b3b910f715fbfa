/**
 * What every concept stands on: who acts and in which firm, ids, transactions, customer text, the audit trail, idempotency keys.
 * Knows nothing of billing. Invariants: nothing is done outside one firm; customer text is never printed.
 */
@NullMarked
package feewright.platform;

import org.jspecify.annotations.NullMarked;
