package feewright.engine;

import feewright.archive.FirmTables;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionCursors;
import feewright.attempt.SimulatedPayments;
import feewright.credit.AutomaticCredit;
import feewright.credit.CreditNotes;
import feewright.credit.Credits;
import feewright.dispute.Disputes;
import feewright.dispute.FraudWarnings;
import feewright.engagement.Courses;
import feewright.engagement.Engagements;
import feewright.firm.AuditTrail;
import feewright.firm.Clients;
import feewright.firm.Contents;
import feewright.firm.Firms;
import feewright.firm.Ids;
import feewright.firm.People;
import feewright.firm.RequestKeys;
import feewright.firm.Transactions;
import feewright.invoice.BillingPositions;
import feewright.invoice.InvoiceNumbers;
import feewright.invoice.Invoices;
import feewright.payment.PaymentMethods;
import feewright.privacy.BreakGlassSessions;
import feewright.privacy.Purges;
import feewright.processor.ProcessorEvents;
import feewright.receivable.CreditArrivals;
import feewright.receivable.Ledger;
import feewright.refund.RefundOutbox;
import feewright.refund.Refunds;
import feewright.refund.SimulatedRefunds;
import feewright.report.BilledPositions;
import feewright.report.BookCheck;
import feewright.report.ClientAccounts;
import feewright.report.FigureBooks;
import feewright.report.LedgerSums;
import feewright.report.OpenEngagements;
import feewright.rule.Decisions;
import feewright.run.BillingRuns;
import feewright.run.DueWork;
import feewright.run.SetAsides;
import feewright.run.WorkLists;
import feewright.time.TimeEntries;
import feewright.webhook.Deliveries;
import feewright.webhook.OutgoingEvents;
import feewright.webhook.WebhookSubscriptions;
import feewright.whatif.PastInvoices;
import java.util.List;

/** Everything that the engine asks of storage. Each port but the ids works only inside {@code transactions}. */
public record Ports(
        Ids ids,
        Transactions transactions,
        Firms firms,
        Clients clients,
        People people,
        Contents contents,
        RequestKeys requestKeys,
        AuditTrail auditTrail,
        Decisions decisions,
        Engagements engagements,
        Courses courses,
        TimeEntries timeEntries,
        BillingPositions billingPositions,
        Invoices invoices,
        InvoiceNumbers invoiceNumbers,
        BillingRuns billingRuns,
        WorkLists workLists,
        DueWork dueWork,
        SetAsides setAsides,
        Ledger ledger,
        Credits credits,
        CreditArrivals creditArrivals,
        AutomaticCredit automaticCredit,
        CreditNotes creditNotes,
        PaymentMethods paymentMethods,
        Attempts attempts,
        CollectionCursors collectionCursors,
        SimulatedPayments simulatedPayments,
        Refunds refunds,
        RefundOutbox refundOutbox,
        SimulatedRefunds simulatedRefunds,
        ProcessorEvents processorEvents,
        Disputes disputes,
        FraudWarnings fraudWarnings,
        WebhookSubscriptions webhookSubscriptions,
        OutgoingEvents outgoingEvents,
        Deliveries deliveries,
        BreakGlassSessions breakGlassSessions,
        Purges purges,
        FirmTables firmTables,
        ClientAccounts clientAccounts,
        LedgerSums ledgerSums,
        OpenEngagements openEngagements,
        FigureBooks figureBooks,
        PastInvoices pastInvoices,
        BilledPositions billedPositions,
        List<BookCheck> bookChecks) {

    public Ports {
        bookChecks = List.copyOf(bookChecks);
    }
}
