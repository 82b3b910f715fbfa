/**
 * Payment attempts over HTTP, and the threads that ask processors to collect.
 */
@NullMarked
package feewright.api.attempt;

import org.jspecify.annotations.NullMarked;
