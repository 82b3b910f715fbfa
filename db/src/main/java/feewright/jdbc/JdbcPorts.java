package feewright.jdbc;

import feewright.engine.Ports;
import feewright.firm.AuditTrail;
import feewright.firm.Firms;
import feewright.receivable.Ledger;
import feewright.report.BookCheck;
import feewright.webhook.Announcing;
import feewright.webhook.LiveMode;
import feewright.webhook.OutgoingEvents;
import feewright.webhook.WebhookSubscriptions;
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
        WebhookSubscriptions subscriptions = new JdbcSubscriptions(statements);
        OutgoingEvents events = new JdbcOutgoingEvents(statements);
        AuditTrail auditTrail = new GatheredAudit(
                new Announcing(new JdbcAuditTrail(statements), new LiveMode(moneyMoves, firms), subscriptions, events));
        return new Ports(
                new UuidV7Ids(),
                new JdbcTransactions(app),
                firms,
                new JdbcClients(statements),
                new JdbcPeople(statements),
                new JdbcContents(statements),
                new JdbcRequestKeys(statements),
                auditTrail,
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
                subscriptions,
                events,
                new JdbcDeliveries(statements),
                new JdbcBreakGlassSessions(statements),
                new JdbcPurges(statements),
                new JdbcFirmTables(statements),
                new JdbcClientAccounts(statements),
                new JdbcLedgerSums(statements),
                new JdbcOpenEngagements(statements),
                new JdbcFigureBooks(statements),
                new JdbcPastInvoices(statements),
                new JdbcBilledPositions(statements),
                checks(statements));
    }

    private static List<BookCheck> checks(Statements statements) {
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
