package feewright.jdbc;

import feewright.archive.FirmTables;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionCursors;
import feewright.attempt.CollectionRegisters;
import feewright.attempt.SimulatedPayments;
import feewright.credit.AutomaticCredit;
import feewright.credit.CreditNotes;
import feewright.credit.Credits;
import feewright.credit.PayByTerms;
import feewright.dispute.Disputes;
import feewright.dispute.FraudWarnings;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.dispute.ShareAgain;
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
import feewright.privacy.BreakGlassRegisters;
import feewright.privacy.BreakGlassSessions;
import feewright.privacy.PurgeContent;
import feewright.privacy.Purges;
import feewright.processor.ProcessorEvents;
import feewright.receivable.Bookkeeping;
import feewright.receivable.CreditArrivals;
import feewright.receivable.Ledger;
import feewright.refund.RefundOutbox;
import feewright.refund.RefundRegisters;
import feewright.refund.Refunds;
import feewright.refund.SimulatedRefunds;
import feewright.report.Reconcile;
import feewright.rule.Decisions;
import feewright.rule.Judge;
import feewright.run.BillingRuns;
import feewright.run.DueWork;
import feewright.run.SetAsides;
import feewright.run.WorkLists;
import feewright.time.TimeEntries;
import feewright.webhook.Announcing;
import feewright.webhook.LiveMode;
import feewright.webhook.WebhookRegisters;
import javax.sql.DataSource;

/** Every port of the engine that storage serves, on one database. Each but the ids works only inside its transactions. */
public record JdbcAdapters(
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
        WebhookRegisters webhooks,
        BreakGlassSessions breakGlassSessions,
        Purges purges,
        FirmTables firmTables,
        JdbcReports reports) {

    /** The adapters on a pool of connections of the runtime role ({@code feewright_app}), where no real money moves. */
    public static JdbcAdapters on(DataSource app) {
        return on(app, false);
    }

    /** The same, where a processor may move real money. */
    public static JdbcAdapters on(DataSource pool, boolean moneyMoves) {
        DataSource app = new ReachedDatabase(pool);
        Statements statements = new Statements(app);
        Ledger ledger = new JdbcLedger(statements);
        Firms firms = new JdbcFirms(statements);
        WebhookRegisters webhooks = new WebhookRegisters(
                new JdbcSubscriptions(statements), new JdbcOutgoingEvents(statements), new JdbcDeliveries(statements));
        return new JdbcAdapters(
                new UuidV7Ids(),
                new JdbcTransactions(app),
                firms,
                new JdbcClients(statements),
                new JdbcPeople(statements),
                new JdbcContents(statements),
                new JdbcRequestKeys(statements),
                new GatheredAudit(new Announcing(
                        new JdbcAuditTrail(statements),
                        new LiveMode(moneyMoves, firms),
                        webhooks.subscriptions(),
                        webhooks.events())),
                new JdbcDecisions(statements),
                new JdbcEngagements(statements),
                new JdbcCourses(statements),
                new JdbcTimeEntries(statements),
                new JdbcBillingPositions(statements),
                new JdbcInvoices(statements),
                new JdbcInvoiceNumbers(statements),
                new JdbcBillingRuns(statements),
                new JdbcWorkLists(statements),
                new JdbcDueWork(statements),
                new JdbcSetAsides(statements),
                ledger,
                new JdbcCredits(statements),
                new JdbcCreditArrivals(statements),
                new JdbcAutomaticCredit(statements),
                new JdbcCreditNotes(statements, ledger),
                new JdbcPaymentMethods(statements),
                new JdbcAttempts(statements),
                new JdbcCollectionCursors(statements),
                new JdbcSimulatedPayments(statements),
                new JdbcRefunds(statements),
                new JdbcRefundOutbox(statements),
                new JdbcSimulatedRefunds(statements),
                new JdbcProcessorEvents(statements),
                new JdbcDisputes(statements),
                new JdbcFraudWarnings(statements),
                webhooks,
                new JdbcBreakGlassSessions(statements),
                new JdbcPurges(statements),
                new JdbcFirmTables(statements),
                JdbcReports.on(statements));
    }

    /** What use cases that move money need, with a judge over the rules in force. */
    public Bookkeeping bookkeeping(Judge judge) {
        return new Bookkeeping(ledger, creditArrivals, judge, contents, auditTrail, firms);
    }

    /** Pays invoices with credit as their terms say, with a judge over the rules in force. */
    public PayByTerms payByTerms(Judge judge) {
        return new PayByTerms(credits, automaticCredit, bookkeeping(judge));
    }

    /** What collecting reads and writes beside the books. */
    public CollectionRegisters collecting() {
        return new CollectionRegisters(collectionCursors, attempts, paymentMethods);
    }

    /** What refunds read and write beside the books. */
    public RefundRegisters refunding() {
        return new RefundRegisters(refunds, refundOutbox, attempts, paymentMethods);
    }

    /** What break-glass sessions are kept in. */
    public BreakGlassRegisters breakGlass() {
        return new BreakGlassRegisters(transactions, breakGlassSessions, contents, auditTrail, ids);
    }

    /** Blanks content. */
    public PurgeContent purgeContent() {
        return new PurgeContent(transactions, purges, new PurgeContent.Records(clients, contents, auditTrail, ids));
    }

    /** Writes down what processors tell of disputes, with a judge over the rules in force. */
    public RecordDispute recordDispute(Judge judge) {
        return new RecordDispute(transactions, disputing(), bookkeeping(judge));
    }

    private RecordDispute.Registers disputing() {
        return new RecordDispute.Registers(disputes, collecting(), credits);
    }

    /** Shares what was charged back of payments once more after other money of them moved, with a judge over the rules in force. */
    public ShareAgain shareAgain(Judge judge) {
        return new ShareAgain(disputing(), bookkeeping(judge));
    }

    /** Writes down what processors warn of, with a judge over the rules in force. */
    public RecordFraudWarning recordFraudWarning(Judge judge) {
        return new RecordFraudWarning(transactions, fraudWarnings, attempts, bookkeeping(judge));
    }

    /** The one place where all checks of the books are asked. */
    public Reconcile reconcile() {
        return new Reconcile(transactions, reports.checks());
    }
}
