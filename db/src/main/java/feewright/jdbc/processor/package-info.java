/**
 * Events of processors in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.processor;

import org.jspecify.annotations.NullMarked;
