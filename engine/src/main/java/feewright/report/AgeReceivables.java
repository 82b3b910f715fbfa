package feewright.report;

import feewright.firm.Actor;
import feewright.firm.Transactions;
import java.time.LocalDate;
import java.util.List;

/** Use case: how old what clients owe is, at the end of a day that has begun. */
public record AgeReceivables(Transactions transactions, LedgerSums sums) {

    public Drawn<Ageing> age(Actor actor, LocalDate asOf) {
        return transactions.reading(actor, () -> {
            List<Ageing.Row> rows = sums.ageing(actor.firm(), asOf, Drawn.MOST_ROWS + 1);
            return rows.size() > Drawn.MOST_ROWS ? new Drawn.TooLarge<>() : new Drawn.Up<>(new Ageing(asOf, rows));
        });
    }
}
