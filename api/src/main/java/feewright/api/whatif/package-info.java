/** What other rules would have said of the past, over HTTP. */
@NullMarked
package feewright.api.whatif;

import org.jspecify.annotations.NullMarked;
