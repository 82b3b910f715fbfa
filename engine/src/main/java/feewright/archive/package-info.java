/**
 * All that is kept of one firm, as rows of tables, to take it from one installation to another. Owns no meaning: what a row says is
 * its concept's. Invariant: what is read in one transaction and added in one is the same firm.
 */
@NullMarked
package feewright.archive;

import org.jspecify.annotations.NullMarked;
