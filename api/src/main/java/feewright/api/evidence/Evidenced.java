package feewright.api.evidence;

import feewright.dispute.Dispute;
import feewright.invoice.Invoice;
import feewright.platform.Actor;

/** What a pack is made of, and for whom: a dispute, and the invoice that the disputed payment paid. */
record Evidenced(Actor actor, Dispute dispute, Invoice invoice, boolean purged) {}
