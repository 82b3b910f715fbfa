/**
 * Credit grants and credit notes in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.credit;

import org.jspecify.annotations.NullMarked;
