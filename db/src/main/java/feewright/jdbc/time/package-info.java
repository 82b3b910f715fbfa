/**
 * Time entries, their versions, approvals and imports in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.time;

import org.jspecify.annotations.NullMarked;
