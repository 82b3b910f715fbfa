/**
 * Payments and payment methods over HTTP. Never a card number.
 */
@NullMarked
package feewright.api.payment;

import org.jspecify.annotations.NullMarked;
