/**
 * Disputes and fraud warnings, as a firm looks at them. Owns no decision: what processors tell, and what follows from it, is for the
 * engine and the rules. Invariant: nobody changes a dispute here.
 */
@NullMarked
package feewright.api.dispute;

import org.jspecify.annotations.NullMarked;
