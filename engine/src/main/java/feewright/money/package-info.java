/**
 * Amounts and how they are split. Owns every rounding in the product; owns no business word.
 * Invariants: the parts of a split add back to the whole; a product of rate and time is rounded once.
 */
@NullMarked
package feewright.money;

import org.jspecify.annotations.NullMarked;
