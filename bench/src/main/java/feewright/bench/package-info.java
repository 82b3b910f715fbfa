/** Benchmarks, run by name and never deployed. */
@NullMarked
package feewright.bench;

import org.jspecify.annotations.NullMarked;
