package feewright.engine;

import feewright.ledger.Bookkeeping;
import feewright.ledger.VoidInvoice;
import feewright.ledger.WriteOffInvoice;

/** What moves money in the ledger. */
public interface LedgerUseCases extends Foundation {

    default Bookkeeping bookkeeping() {
        return new Bookkeeping(
                ports().ledger(),
                ports().creditArrivals(),
                decisionMaker(),
                ports().customerTexts(),
                ports().auditTrail(),
                ports().firms());
    }

    default VoidInvoice voidInvoice() {
        return new VoidInvoice(ports().transactions(), ports().invoices(), ports().billingPositions(), bookkeeping());
    }

    default WriteOffInvoice writeOffInvoice() {
        return new WriteOffInvoice(ports().transactions(), bookkeeping());
    }
}
