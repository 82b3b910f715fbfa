/**
 * Payment attempts, where collections stand, and the books of the simulated processor, in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.attempt;

import org.jspecify.annotations.NullMarked;
