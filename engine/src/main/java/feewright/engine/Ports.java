package feewright.engine;

import feewright.archive.FirmTables;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionCursors;
import feewright.attempt.SimulatedPayments;
import feewright.credit.CreditNotes;
import feewright.credit.CreditPayableInvoices;
import feewright.credit.Credits;
import feewright.dispute.Disputes;
import feewright.dispute.FraudWarnings;
import feewright.engagement.Amendments;
import feewright.engagement.Engagements;
import feewright.firm.Clients;
import feewright.firm.Firms;
import feewright.firm.People;
import feewright.invoice.BillingPositions;
import feewright.invoice.InvoiceNumbers;
import feewright.invoice.Invoices;
import feewright.ledger.CreditArrivals;
import feewright.ledger.Ledger;
import feewright.payment.PaymentMethods;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerTexts;
import feewright.platform.IdempotencyKeys;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.privacy.BreakGlassSessions;
import feewright.privacy.Purges;
import feewright.processor.ProcessorEvents;
import feewright.refund.RefundOutbox;
import feewright.refund.Refunds;
import feewright.refund.SimulatedRefunds;
import feewright.report.BilledPositions;
import feewright.report.ClientAccounts;
import feewright.report.ConsistencyCheck;
import feewright.report.LedgerSums;
import feewright.report.PlatformFigures;
import feewright.report.UnbilledEngagements;
import feewright.rule.Decisions;
import feewright.run.BillingFailures;
import feewright.run.BillingRuns;
import feewright.run.DueEngagements;
import feewright.run.WorkLists;
import feewright.time.TimeEntries;
import feewright.webhook.Deliveries;
import feewright.webhook.OutgoingEvents;
import feewright.webhook.WebhookEndpoints;
import feewright.whatif.PastInvoices;
import java.util.List;

/** Everything that the engine asks of storage. Each port but the ids works only inside {@code transactions}. */
public record Ports(
        Ids ids,
        Transactions transactions,
        Firms firms,
        Clients clients,
        People people,
        CustomerTexts customerTexts,
        IdempotencyKeys idempotencyKeys,
        AuditTrail auditTrail,
        Decisions decisions,
        Engagements engagements,
        Amendments amendments,
        TimeEntries timeEntries,
        BillingPositions billingPositions,
        Invoices invoices,
        InvoiceNumbers invoiceNumbers,
        BillingRuns billingRuns,
        WorkLists workLists,
        DueEngagements dueEngagements,
        BillingFailures billingFailures,
        Ledger ledger,
        Credits credits,
        CreditArrivals creditArrivals,
        CreditPayableInvoices creditPayableInvoices,
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
        WebhookEndpoints webhookEndpoints,
        OutgoingEvents outgoingEvents,
        Deliveries deliveries,
        BreakGlassSessions breakGlassSessions,
        Purges purges,
        FirmTables firmTables,
        ClientAccounts clientAccounts,
        LedgerSums ledgerSums,
        UnbilledEngagements unbilledEngagements,
        PlatformFigures platformFigures,
        PastInvoices pastInvoices,
        BilledPositions billedPositions,
        List<ConsistencyCheck> consistencyChecks) {

    public Ports {
        consistencyChecks = List.copyOf(consistencyChecks);
    }
}
