package feewright.jdbc;

import feewright.report.BilledPositions;
import feewright.report.BookCheck;
import feewright.report.ClientAccounts;
import feewright.report.CursorCheck;
import feewright.report.FigureBooks;
import feewright.report.LedgerSums;
import feewright.report.OpenEngagements;
import feewright.whatif.PastInvoices;
import java.util.List;
import java.util.stream.Stream;

/** The ports of the reports. {@code checks} are all that the reconciliation asks. */
public record JdbcReports(
        ClientAccounts clientAccounts,
        LedgerSums ledgerSums,
        OpenEngagements openEngagements,
        FigureBooks figures,
        PastInvoices pastInvoices,
        List<BookCheck> checks) {

    public JdbcReports {
        checks = List.copyOf(checks);
    }

    static JdbcReports on(Statements statements) {
        BilledPositions positions = new JdbcBilledPositions(statements);
        return new JdbcReports(
                new JdbcClientAccounts(statements),
                new JdbcLedgerSums(statements),
                new JdbcOpenEngagements(statements),
                new JdbcFigureBooks(statements),
                new JdbcPastInvoices(statements),
                Stream.of(
                                InvoiceChecks.on(statements),
                                LedgerChecks.on(statements),
                                EntryChecks.on(statements),
                                PaymentChecks.on(statements),
                                CreditChecks.on(statements),
                                DisputeChecks.on(statements),
                                ClaimChecks.on(statements),
                                List.<BookCheck>of(new CursorCheck(positions)))
                        .flatMap(List::stream)
                        .toList());
    }
}
