/** Puts the engine's use cases, the storage and the rules together. The only place that knows all three. */
@NullMarked
package feewright.api.wiring;

import org.jspecify.annotations.NullMarked;
