/** What time it is for a firm. The only clock that endpoints and runs look at; tokens go by the real one. */
@NullMarked
package feewright.api.clock;

import org.jspecify.annotations.NullMarked;
