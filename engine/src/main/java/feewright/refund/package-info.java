/**
 * Refunds through the processor that brought the money: asked for here, or made at the processor and told to us. Owns no payment and no
 * invoice. Invariants: a refund is in the journal before the processor is asked, so that no more is ever given back than came in,
 * whatever runs at once; the same refund is always sent under the same key; each is counted once, by the processor's name of it and
 * never by a cumulative amount; one that fails brings its money back by another entry (requirement A5).
 */
@NullMarked
package feewright.refund;

import org.jspecify.annotations.NullMarked;
