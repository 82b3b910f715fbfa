package feewright.report;

import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.time.LocalDate;
import java.util.List;

/** Use case: how old what clients owe is, at the end of a day that has begun. */
public record AgeReceivables(Transactions transactions, LedgerSums sums) {

    public ReportResult<Ageing> age(Actor actor, LocalDate asOf) {
        return transactions.reading(actor, () -> {
            List<Ageing.Row> rows = sums.ageing(actor.firm(), asOf, ReportResult.MOST_ROWS + 1);
            return rows.size() > ReportResult.MOST_ROWS
                    ? new ReportResult.TooLarge<>()
                    : new ReportResult.Ready<>(new Ageing(asOf, rows));
        });
    }
}
