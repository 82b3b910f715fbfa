/**
 * Refunds, their outbox, and those of the simulated processor, in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.refund;

import org.jspecify.annotations.NullMarked;
