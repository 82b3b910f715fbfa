/**
 * What clients pay with, attempts to collect, and the threads that ask processors. Owns no decision: whether an attempt may be made
 * and what an answer means is for the engine and the rules.
 */
@NullMarked
package feewright.api.payment;

import org.jspecify.annotations.NullMarked;
