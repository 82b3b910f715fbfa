/**
 * What becomes of a signed engagement: it ends early, pauses, resumes, is renewed. Owns no terms and no invoice: it adds facts, lets
 * billing go on from them, and has credit notes give back what is not earned. Invariants: what was signed and what was billed stay;
 * an engagement ends once and has one successor, which starts where it ends.
 */
@NullMarked
package feewright.amendment;

import org.jspecify.annotations.NullMarked;
