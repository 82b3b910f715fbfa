/**
 * The Stripe adapter: payments out by the official library, webhooks in. Owns the mapping between Stripe's words and the engine's:
 * amounts, outcomes, declines, events. Owns no state; what was sent and heard is kept by whoever asks. Invariants: one attempt is one
 * idempotency key; only an answer that could be read is an outcome; of what Stripe says, codes leave this package and words never do.
 */
@NullMarked
package feewright.stripe;

import org.jspecify.annotations.NullMarked;
