package feewright.engine;

import feewright.receivable.Bookkeeping;
import feewright.receivable.VoidInvoice;
import feewright.receivable.WriteOffInvoice;

/** What moves money in the ledger. */
public interface LedgerUseCases extends Foundation {

    default Bookkeeping bookkeeping() {
        return new Bookkeeping(
                ports().ledger(),
                ports().creditArrivals(),
                judge(),
                ports().contents(),
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
