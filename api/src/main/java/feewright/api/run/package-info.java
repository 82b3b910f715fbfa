/**
 * Billing runs at the edge: the workers of an instance, the schedule, and what callers ask of runs and of what is left to people.
 * Owns no billing: a shift only says when the engine may go on. Invariant: nothing rests on a lock, so whatever is worked twice,
 * or by two, is billed once.
 */
@NullMarked
package feewright.api.run;

import org.jspecify.annotations.NullMarked;
