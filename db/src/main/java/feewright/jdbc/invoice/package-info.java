/**
 * Invoices, their lines and numbers, and what is open to bill, in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.invoice;

import org.jspecify.annotations.NullMarked;
