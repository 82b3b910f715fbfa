/** Tests of the rule packs and of the Drools adapter. */
@NullMarked
package feewright.drools;

import org.jspecify.annotations.NullMarked;
