/**
 * Money that comes in and goes out again: payments by hand, their reversal, and refunds. Owns no credit and no invoice. Invariants: no
 * more is given back of a payment than came in by it and the firm still holds; a payment is never lost: what an invoice does not take
 * is credit of its client (requirement A5); a payment by hand is reversed once, and leaves the books as if it had never been recorded
 * (requirement T6).
 */
@NullMarked
package feewright.payment;

import org.jspecify.annotations.NullMarked;
