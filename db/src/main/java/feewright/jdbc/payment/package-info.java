/**
 * Payment methods in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.payment;

import org.jspecify.annotations.NullMarked;
