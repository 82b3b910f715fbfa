/**
 * What processors tell by themselves: events, kept once each and whole as they land, and interpreted later. Owns no payment: what an
 * event says of one is told to the package of what it is about. Invariants: an event is kept once; interpreting it again, or in
 * another order, ends the same; what cannot be interpreted is kept and listed (design §2.7).
 */
@NullMarked
package feewright.processor;

import org.jspecify.annotations.NullMarked;
