package feewright.report;

import feewright.platform.Actor;
import feewright.platform.Transactions;

/** Use case: what was earned over some days. */
public record ReportRevenue(Transactions transactions, LedgerSums sums) {

    public Revenue report(Actor actor, LedgerSums.RevenueFilter filter) {
        return transactions.reading(
                actor,
                () -> Revenue.of(
                        filter.days(), sums.revenue(actor.firm(), filter), sums.documents(actor.firm(), filter)));
    }
}
