package feewright.engine;

import feewright.report.AgeReceivables;
import feewright.report.BookCheck;
import feewright.report.CursorCheck;
import feewright.report.DrawUpStatement;
import feewright.report.Reconcile;
import feewright.report.ReportRevenue;
import feewright.report.ValueUnbilled;
import feewright.whatif.CompareRules;
import feewright.whatif.PastCases;
import feewright.whatif.SetAsideCases;
import java.util.stream.Stream;

/** Reports, the checks of the books, and what other rules would have said. */
public interface ReportUseCases extends Foundation {

    default DrawUpStatement drawUpStatement() {
        return new DrawUpStatement(ports().transactions(), ports().clients(), ports().clientAccounts());
    }

    default AgeReceivables ageReceivables() {
        return new AgeReceivables(ports().transactions(), ports().ledgerSums());
    }

    default ReportRevenue reportRevenue() {
        return new ReportRevenue(ports().transactions(), ports().ledgerSums());
    }

    default ValueUnbilled valueUnbilled() {
        return new ValueUnbilled(ports().transactions(), ports().openEngagements(), ports().billingPositions());
    }

    default Reconcile reconcile() {
        return reconcile(ports());
    }

    /** The same where there are no rules: a command that imports a firm asks nobody else. */
    static Reconcile reconcile(Ports ports) {
        Stream<BookCheck> cursors = Stream.of(new CursorCheck(ports.billedPositions()));
        return new Reconcile(
                ports.transactions(),
                Stream.concat(ports.bookChecks().stream(), cursors).toList());
    }

    default CompareRules compareRules() {
        return new CompareRules(
                ports().transactions(),
                new PastCases(ports().pastInvoices(), ports().invoices(), ports().decisions(), ports().clients()),
                new SetAsideCases(
                        ports().transactions(), ports().setAsides(), ports().billingPositions(), ports().firms()));
    }
}
