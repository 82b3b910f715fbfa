/** The JDBC adapters: the only code that knows SQL. */
@NullMarked
package feewright.db;

import org.jspecify.annotations.NullMarked;
