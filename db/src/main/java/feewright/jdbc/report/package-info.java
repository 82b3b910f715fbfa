/**
 * What reports read, and the checks of the books: one query each.
 */
@NullMarked
package feewright.jdbc.report;

import org.jspecify.annotations.NullMarked;
