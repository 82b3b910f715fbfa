/** What every implementation of a port promises, run against the in-memory one here and against the JDBC one where that lives. */
@NullMarked
package feewright.contract;

import org.jspecify.annotations.NullMarked;
