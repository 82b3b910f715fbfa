/**
 * Webhooks out: firms subscribe an address to what happens, and are told of it in signed requests, again until they answer. Owns
 * subscriptions, the events that were announced, and where their deliveries stand. Owns neither what happened nor how a request is
 * sent. Invariants: an event is written in the transaction of the act that it tells of, with one delivery for each subscription
 * that wants it; a delivery ends by a 2xx or after the last retry; nobody is called within a transaction.
 */
@NullMarked
package feewright.webhook;

import org.jspecify.annotations.NullMarked;
