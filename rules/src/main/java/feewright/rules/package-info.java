/** The Drools adapter: the only code that knows Drools. */
@NullMarked
package feewright.rules;

import org.jspecify.annotations.NullMarked;
