package feewright.ledger;

import feewright.platform.ClientId;
import java.util.UUID;

/** That credit of a client came to be, or is free again, and nobody looked yet at what of its invoices it can pay. */
public record CreditArrival(UUID id, ClientId client) {}
