package feewright.report;

import feewright.engagement.EngagementId;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Transactions;
import feewright.invoice.BillingPositions;
import feewright.invoice.WorkInProgress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use case: what approved, billable time that is on no invoice would come to. Read in pages: no more than one is held. */
public record ValueUnbilled(Transactions transactions, OpenEngagements open, BillingPositions positions) {

    private static final int PAGE = 100;

    /** Of a client, or (null) of all. */
    public Drawn<Unbilled> value(Actor actor, @Nullable ClientId client) {
        return transactions.reading(actor, () -> {
            List<WorkInProgress> rows = new ArrayList<>();
            List<EngagementId> page;
            EngagementId after = null;
            do {
                page = open.next(actor.firm(), new OpenEngagements.Place(client, after), PAGE);
                positions.readAll(actor.firm(), page).stream()
                        .map(WorkInProgress::of)
                        .forEach(rows::add);
                if (rows.size() > Drawn.MOST_ROWS) {
                    return new Drawn.TooLarge<>();
                }
                after = page.isEmpty() ? null : page.getLast();
            } while (page.size() == PAGE);
            return new Drawn.Up<>(new Unbilled(rows));
        });
    }
}
