/**
 * Reports: what is told of the books by looking at them. Owns no fact and writes nothing. Invariants: a statement closes with what it
 * opened with and its movements; revenue is what the ledger says, beside what the documents say; the reconciliation recomputes from
 * facts whatever is kept twice, and names each difference by id (requirements I7, L1, L3).
 */
@NullMarked
package feewright.report;

import org.jspecify.annotations.NullMarked;
