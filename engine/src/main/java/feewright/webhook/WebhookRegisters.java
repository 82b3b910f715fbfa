package feewright.webhook;

/** What webhooks read and write. */
public record WebhookRegisters(WebhookSubscriptions subscriptions, OutgoingEvents events, Deliveries deliveries) {}
