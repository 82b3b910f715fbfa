package feewright.invoice;

import feewright.engagement.CreditApplicationMode;
import feewright.platform.Actor;
import java.time.Instant;
import java.util.List;

/**
 * Where issued invoices are entered, in the transaction that issues them. What an invoice owes is kept beyond this package, which
 * therefore only says that it was issued.
 */
public interface IssuedInvoiceHandler {

    /** An invoice, and whether its terms let the client's credit pay it. */
    record Entered(Invoice invoice, CreditApplicationMode credit) {}

    /** Enters invoices of one firm, in the order of their numbers. */
    void enter(Actor actor, List<Entered> entered, Instant now);
}
