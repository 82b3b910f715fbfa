/** The Stripe adapter against a server that plays Stripe, down to what happens to its sockets. */
@NullMarked
package feewright.stripe;

import org.jspecify.annotations.NullMarked;
