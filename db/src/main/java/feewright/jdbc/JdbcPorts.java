package feewright.jdbc;

import feewright.engine.Ports;
import feewright.firm.Firms;
import feewright.jdbc.archive.JdbcFirmTables;
import feewright.jdbc.attempt.JdbcAttempts;
import feewright.jdbc.attempt.JdbcCollectionCursors;
import feewright.jdbc.attempt.JdbcSimulatedPayments;
import feewright.jdbc.credit.JdbcCreditNotes;
import feewright.jdbc.credit.JdbcCreditPayableInvoices;
import feewright.jdbc.credit.JdbcCredits;
import feewright.jdbc.dispute.JdbcDisputes;
import feewright.jdbc.dispute.JdbcFraudWarnings;
import feewright.jdbc.engagement.JdbcAmendments;
import feewright.jdbc.engagement.JdbcEngagements;
import feewright.jdbc.firm.JdbcClients;
import feewright.jdbc.firm.JdbcFirms;
import feewright.jdbc.firm.JdbcPeople;
import feewright.jdbc.invoice.JdbcBillingPositions;
import feewright.jdbc.invoice.JdbcInvoiceNumbers;
import feewright.jdbc.invoice.JdbcInvoices;
import feewright.jdbc.ledger.JdbcCreditArrivals;
import feewright.jdbc.ledger.JdbcLedger;
import feewright.jdbc.payment.JdbcPaymentMethods;
import feewright.jdbc.platform.BatchingAuditTrail;
import feewright.jdbc.platform.JdbcAuditTrail;
import feewright.jdbc.platform.JdbcCustomerTexts;
import feewright.jdbc.platform.JdbcIdempotencyKeys;
import feewright.jdbc.platform.JdbcTransactions;
import feewright.jdbc.platform.UuidV7Ids;
import feewright.jdbc.privacy.JdbcBreakGlassSessions;
import feewright.jdbc.privacy.JdbcPurges;
import feewright.jdbc.processor.JdbcProcessorEvents;
import feewright.jdbc.refund.JdbcRefundOutbox;
import feewright.jdbc.refund.JdbcRefunds;
import feewright.jdbc.refund.JdbcSimulatedRefunds;
import feewright.jdbc.report.ClaimChecks;
import feewright.jdbc.report.CreditChecks;
import feewright.jdbc.report.DisputeChecks;
import feewright.jdbc.report.EntryChecks;
import feewright.jdbc.report.InvoiceChecks;
import feewright.jdbc.report.JdbcBilledPositions;
import feewright.jdbc.report.JdbcClientAccounts;
import feewright.jdbc.report.JdbcLedgerSums;
import feewright.jdbc.report.JdbcPlatformFigures;
import feewright.jdbc.report.JdbcUnbilledEngagements;
import feewright.jdbc.report.LedgerChecks;
import feewright.jdbc.report.PaymentChecks;
import feewright.jdbc.rule.JdbcDecisions;
import feewright.jdbc.run.JdbcBillingFailures;
import feewright.jdbc.run.JdbcBillingRuns;
import feewright.jdbc.run.JdbcDueEngagements;
import feewright.jdbc.run.JdbcWorkLists;
import feewright.jdbc.sql.ReachedDatabase;
import feewright.jdbc.sql.Statements;
import feewright.jdbc.time.JdbcTimeEntries;
import feewright.jdbc.webhook.JdbcDeliveries;
import feewright.jdbc.webhook.JdbcOutgoingEvents;
import feewright.jdbc.webhook.JdbcWebhookEndpoints;
import feewright.jdbc.whatif.JdbcPastInvoices;
import feewright.ledger.Ledger;
import feewright.platform.AuditTrail;
import feewright.report.ConsistencyCheck;
import feewright.webhook.LiveMode;
import feewright.webhook.OutgoingEvents;
import feewright.webhook.PublishingAuditTrail;
import feewright.webhook.WebhookEndpoints;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The ports of the engine on one PostgreSQL database. */
public final class JdbcPorts {

    private JdbcPorts() {}

    /**
     * The ports on a pool of connections of the runtime role ({@code feewright_app}).
     *
     * @param moneyMoves whether a processor may move real money: events say so
     */
    public static Ports on(DataSource pool, boolean moneyMoves) {
        DataSource app = new ReachedDatabase(pool);
        Statements statements = new Statements(app);
        Firms firms = new JdbcFirms(statements);
        Ledger ledger = new JdbcLedger(statements);
        WebhookEndpoints subscriptions = new JdbcWebhookEndpoints(statements);
        OutgoingEvents events = new JdbcOutgoingEvents(statements);
        AuditTrail auditTrail = new BatchingAuditTrail(new PublishingAuditTrail(
                new JdbcAuditTrail(statements), new LiveMode(moneyMoves, firms), subscriptions, events));
        return new Ports(
                new UuidV7Ids(),
                new JdbcTransactions(app),
                firms,
                new JdbcClients(statements),
                new JdbcPeople(statements),
                new JdbcCustomerTexts(statements),
                new JdbcIdempotencyKeys(statements),
                auditTrail,
                new JdbcDecisions(statements),
                new JdbcEngagements(statements),
                new JdbcAmendments(statements),
                new JdbcTimeEntries(statements),
                new JdbcBillingPositions(statements),
                new JdbcInvoices(statements),
                new JdbcInvoiceNumbers(statements),
                new JdbcBillingRuns(statements),
                new JdbcWorkLists(statements),
                new JdbcDueEngagements(statements),
                new JdbcBillingFailures(statements),
                ledger,
                new JdbcCredits(statements),
                new JdbcCreditArrivals(statements),
                new JdbcCreditPayableInvoices(statements),
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
                subscriptions,
                events,
                new JdbcDeliveries(statements),
                new JdbcBreakGlassSessions(statements),
                new JdbcPurges(statements),
                new JdbcFirmTables(statements),
                new JdbcClientAccounts(statements),
                new JdbcLedgerSums(statements),
                new JdbcUnbilledEngagements(statements),
                new JdbcPlatformFigures(statements),
                new JdbcPastInvoices(statements),
                new JdbcBilledPositions(statements),
                checks(statements));
    }

    private static List<ConsistencyCheck> checks(Statements statements) {
        return Stream.of(
                        InvoiceChecks.on(statements),
                        LedgerChecks.on(statements),
                        EntryChecks.on(statements),
                        PaymentChecks.on(statements),
                        CreditChecks.on(statements),
                        DisputeChecks.on(statements),
                        ClaimChecks.on(statements))
                .flatMap(List::stream)
                .toList();
    }
}
