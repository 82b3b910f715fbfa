/**
 * Issued invoices as they stood when they were issued.
 */
@NullMarked
package feewright.jdbc.whatif;

import org.jspecify.annotations.NullMarked;
