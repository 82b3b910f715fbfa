package feewright.engine;

import feewright.report.AgeReceivables;
import feewright.report.ConsistencyCheck;
import feewright.report.CursorCheck;
import feewright.report.DrawUpStatement;
import feewright.report.Reconcile;
import feewright.report.ReportRevenue;
import feewright.report.ValueUnbilled;
import feewright.whatif.BillingFailureCases;
import feewright.whatif.CompareRules;
import feewright.whatif.PastCases;
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
        return new ValueUnbilled(ports().transactions(), ports().unbilledEngagements(), ports().billingPositions());
    }

    default Reconcile reconcile() {
        return reconcile(ports());
    }

    /** The same where there are no rules: a command that imports a firm asks nobody else. */
    static Reconcile reconcile(Ports ports) {
        Stream<ConsistencyCheck> cursors = Stream.of(new CursorCheck(ports.billedPositions()));
        return new Reconcile(
                ports.transactions(),
                Stream.concat(ports.consistencyChecks().stream(), cursors).toList());
    }

    default CompareRules compareRules() {
        return new CompareRules(
                ports().transactions(),
                new PastCases(ports().pastInvoices(), ports().invoices(), ports().decisions(), ports().clients()),
                new BillingFailureCases(
                        ports().transactions(),
                        ports().billingFailures(),
                        ports().billingPositions(),
                        ports().firms()));
    }
}
