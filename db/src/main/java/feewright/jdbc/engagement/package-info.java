/**
 * Engagements, their terms, amendments and billing cursors in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.engagement;

import org.jspecify.annotations.NullMarked;
