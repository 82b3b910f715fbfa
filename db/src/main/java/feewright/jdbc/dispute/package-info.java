/**
 * Disputes and fraud warnings in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.dispute;

import org.jspecify.annotations.NullMarked;
