/**
 * Billing runs, their work lists and billing failures in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.run;

import org.jspecify.annotations.NullMarked;
