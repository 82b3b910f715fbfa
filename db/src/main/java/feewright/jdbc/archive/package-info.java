/**
 * The tables of a firm, as an archive takes them out and in.
 */
@NullMarked
package feewright.jdbc.archive;

import org.jspecify.annotations.NullMarked;
