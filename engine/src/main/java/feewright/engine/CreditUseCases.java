package feewright.engine;

import feewright.credit.ApplyArrivedCredit;
import feewright.credit.ApplyCredit;
import feewright.credit.ExpireCredits;
import feewright.credit.GrantCredit;
import feewright.credit.IssueCreditNote;
import feewright.credit.PayWithCredit;
import feewright.credit.RefundCredit;
import feewright.credit.RefundRoutes;
import feewright.refund.ProcessorRefundRoutes;
import feewright.refund.RefundRecords;

/** Credit of clients, and credit notes. */
public interface CreditUseCases extends LedgerUseCases {

    default GrantCredit grantCredit() {
        return new GrantCredit(
                ports().transactions(), ports().credits(), ports().clients(), ports().engagements(), bookkeeping());
    }

    default ApplyCredit applyCredit() {
        return new ApplyCredit(ports().transactions(), ports().credits(), bookkeeping());
    }

    default PayWithCredit payWithCredit() {
        return new PayWithCredit(ports().credits(), ports().creditPayableInvoices(), bookkeeping());
    }

    default ApplyArrivedCredit applyArrivedCredit() {
        return new ApplyArrivedCredit(ports().transactions(), ports().creditArrivals(), payWithCredit());
    }

    /** Gives back through the processors that brought the money. */
    default RefundRoutes refundRoutes() {
        return new ProcessorRefundRoutes(refundRecords(), bookkeeping());
    }

    default RefundRecords refundRecords() {
        return new RefundRecords(
                ports().refunds(), ports().refundOutbox(), ports().attempts(), ports().paymentMethods());
    }

    default RefundCredit refundCredit() {
        return new RefundCredit(ports().transactions(), ports().credits(), refundRoutes(), bookkeeping());
    }

    default ExpireCredits expireCredits() {
        return new ExpireCredits(ports().transactions(), ports().credits(), bookkeeping());
    }

    default IssueCreditNote issueCreditNote() {
        return new IssueCreditNote(
                ports().transactions(),
                ports().invoices(),
                ports().creditNotes(),
                ports().credits(),
                ports().billingPositions(),
                refundRoutes(),
                ports().invoiceNumbers(),
                bookkeeping());
    }
}
