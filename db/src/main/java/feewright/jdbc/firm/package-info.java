/**
 * Firms, clients and people in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.firm;

import org.jspecify.annotations.NullMarked;
