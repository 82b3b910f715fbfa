/**
 * Payment attempts: what an invoice owes is asked for from a processor, again where that may help, and what the processor says is
 * believed only where a rule permits it. Owns no balance and no invoice: a confirmed success is a journal entry like any payment.
 * Invariants: an attempt is committed before the processor is called and its outcome after; an invoice has one live attempt; the
 * same attempt is always sent under the same key, and a new one only once the last is over; what nobody knows is no failure.
 */
@NullMarked
package feewright.attempt;

import org.jspecify.annotations.NullMarked;
