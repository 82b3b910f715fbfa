/**
 * The ledger over HTTP: journal entries, suspense, voids and write-offs.
 */
@NullMarked
package feewright.api.ledger;

import org.jspecify.annotations.NullMarked;
