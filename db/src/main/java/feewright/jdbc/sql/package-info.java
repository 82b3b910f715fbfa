/**
 * The tools of SQL that the adapters share: statements, their parameters and rows, and what the database says when it refuses.
 * Knows no table. Only {@code feewright.jdbc} may use it.
 */
@NullMarked
package feewright.jdbc.sql;

import org.jspecify.annotations.NullMarked;
