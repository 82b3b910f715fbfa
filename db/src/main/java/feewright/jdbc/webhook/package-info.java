/**
 * Webhook endpoints, outgoing events and their deliveries in PostgreSQL.
 */
@NullMarked
package feewright.jdbc.webhook;

import org.jspecify.annotations.NullMarked;
