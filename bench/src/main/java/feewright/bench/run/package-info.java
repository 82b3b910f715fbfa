/** Throughput of billing runs against the same rows written by plain SQL on the server. */
@NullMarked
package feewright.bench.run;

import org.jspecify.annotations.NullMarked;
