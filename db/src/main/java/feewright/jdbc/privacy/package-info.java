/**
 * Break-glass sessions and purges in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.privacy;

import org.jspecify.annotations.NullMarked;
