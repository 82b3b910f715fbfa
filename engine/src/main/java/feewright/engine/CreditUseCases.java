package feewright.engine;

import feewright.credit.ApplyArrivedCredit;
import feewright.credit.ApplyCredit;
import feewright.credit.ExpireCredits;
import feewright.credit.GrantCredit;
import feewright.credit.IssueCreditNote;
import feewright.credit.PayByTerms;
import feewright.credit.RefundCredit;
import feewright.credit.WaysBack;
import feewright.refund.ProcessorWays;
import feewright.refund.RefundRegisters;

/** Credit of clients, and credit notes. */
public interface CreditUseCases extends LedgerUseCases {

    default GrantCredit grantCredit() {
        return new GrantCredit(
                ports().transactions(), ports().credits(), ports().clients(), ports().engagements(), bookkeeping());
    }

    default ApplyCredit applyCredit() {
        return new ApplyCredit(ports().transactions(), ports().credits(), bookkeeping());
    }

    default PayByTerms payByTerms() {
        return new PayByTerms(ports().credits(), ports().automaticCredit(), bookkeeping());
    }

    default ApplyArrivedCredit applyArrivedCredit() {
        return new ApplyArrivedCredit(ports().transactions(), ports().creditArrivals(), payByTerms());
    }

    /** Gives back through the processors that brought the money. */
    default WaysBack waysBack() {
        return new ProcessorWays(refundRegisters(), bookkeeping());
    }

    default RefundRegisters refundRegisters() {
        return new RefundRegisters(
                ports().refunds(), ports().refundOutbox(), ports().attempts(), ports().paymentMethods());
    }

    default RefundCredit refundCredit() {
        return new RefundCredit(ports().transactions(), ports().credits(), waysBack(), bookkeeping());
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
                waysBack(),
                ports().invoiceNumbers(),
                bookkeeping());
    }
}
