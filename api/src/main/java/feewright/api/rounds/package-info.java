/** Rounds through all firms, again and again, on every instance. Owns no work: what is done for a firm is its caller's. */
@NullMarked
package feewright.api.rounds;

import org.jspecify.annotations.NullMarked;
