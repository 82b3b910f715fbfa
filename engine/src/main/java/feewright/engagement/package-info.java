/**
 * The agreement: terms, their calendar and rates, the draft that may change and the signed engagement that never does.
 * Owns no time and no invoice. Invariants: terms are sound or do not exist; billing periods tile the term and derive from its
 * anchor, never from the last run; signing freezes.
 */
@NullMarked
package feewright.engagement;

import org.jspecify.annotations.NullMarked;
