/** Webhooks out: subscriptions over HTTP, and the signed requests that tell receivers what happened. */
@NullMarked
package feewright.api.webhook;

import org.jspecify.annotations.NullMarked;
