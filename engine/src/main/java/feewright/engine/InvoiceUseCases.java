package feewright.engine;

import feewright.attempt.QueueCollections;
import feewright.credit.PostInvoices;
import feewright.invoice.ExplainInvoice;
import feewright.invoice.Gathering;
import feewright.invoice.IssueInvoice;
import feewright.invoice.IssuedBooks;
import feewright.invoice.Issuing;
import feewright.invoice.PreviewInvoice;

/** Invoices: previewed, issued and explained. */
public interface InvoiceUseCases extends LedgerUseCases {

    default Gathering gathering() {
        return new Gathering(ports().billingPositions(), ports().engagements(), ports().clients(), ports().firms());
    }

    default PreviewInvoice previewInvoice() {
        return new PreviewInvoice(ports().transactions(), gathering(), judge().rulebook(), ports().contents());
    }

    default IssueInvoice issueInvoice() {
        return new IssueInvoice(ports().transactions(), gathering(), issuing());
    }

    default Issuing issuing() {
        IssuedBooks books = new QueueCollections(
                new PostInvoices(ports().credits(), bookkeeping()),
                ports().paymentMethods(),
                ports().collectionCursors());
        return new Issuing(
                judge(), ports().invoices(), ports().invoiceNumbers(), ports().contents(), ports().auditTrail(), books);
    }

    default ExplainInvoice explainInvoice() {
        return new ExplainInvoice(
                ports().transactions(), ports().invoices(), ports().engagements(), ports().decisions());
    }
}
