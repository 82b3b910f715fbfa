/**
 * Credit of clients and credit notes over HTTP.
 */
@NullMarked
package feewright.api.credit;

import org.jspecify.annotations.NullMarked;
