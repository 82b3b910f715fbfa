package feewright.engine;

import feewright.attempt.QueueCollections;
import feewright.credit.PostInvoices;
import feewright.invoice.ExplainInvoice;
import feewright.invoice.InvoiceCaseLoader;
import feewright.invoice.InvoiceIssuer;
import feewright.invoice.IssueInvoice;
import feewright.invoice.IssuedInvoiceHandler;
import feewright.invoice.PreviewInvoice;

/** Invoices: previewed, issued and explained. */
public interface InvoiceUseCases extends LedgerUseCases {

    default InvoiceCaseLoader invoiceCaseLoader() {
        return new InvoiceCaseLoader(
                ports().billingPositions(), ports().engagements(), ports().clients(), ports().firms());
    }

    default PreviewInvoice previewInvoice() {
        return new PreviewInvoice(
                ports().transactions(), invoiceCaseLoader(), decisionMaker().rulebook(), ports().customerTexts());
    }

    default IssueInvoice issueInvoice() {
        return new IssueInvoice(ports().transactions(), invoiceCaseLoader(), invoiceIssuer());
    }

    default InvoiceIssuer invoiceIssuer() {
        IssuedInvoiceHandler books = new QueueCollections(
                new PostInvoices(ports().credits(), bookkeeping()),
                ports().paymentMethods(),
                ports().collectionCursors());
        return new InvoiceIssuer(
                decisionMaker(),
                ports().invoices(),
                ports().invoiceNumbers(),
                ports().customerTexts(),
                ports().auditTrail(),
                books);
    }

    default ExplainInvoice explainInvoice() {
        return new ExplainInvoice(
                ports().transactions(), ports().invoices(), ports().engagements(), ports().decisions());
    }
}
