/**
 * Events of processors: where they land, and what was read of them.
 */
@NullMarked
package feewright.api.processor;

import org.jspecify.annotations.NullMarked;
