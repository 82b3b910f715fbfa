/**
 * Refunds over HTTP.
 */
@NullMarked
package feewright.api.refund;

import org.jspecify.annotations.NullMarked;
