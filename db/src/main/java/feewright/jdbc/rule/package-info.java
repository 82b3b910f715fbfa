/**
 * Decisions, and which rules each instance has, in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.rule;

import org.jspecify.annotations.NullMarked;
