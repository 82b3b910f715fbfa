package feewright.report;

import feewright.engagement.EngagementId;
import feewright.invoice.BillingPositions;
import feewright.invoice.WorkInProgress;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use case: what approved, billable time that is on no invoice would come to. Read in pages: no more than one is held. */
public record ValueUnbilled(Transactions transactions, UnbilledEngagements open, BillingPositions positions) {

    private static final int PAGE = 100;

    /** Of a client, or (null) of all. */
    public ReportResult<Unbilled> value(Actor actor, @Nullable ClientId client) {
        return transactions.reading(actor, () -> {
            List<WorkInProgress> rows = new ArrayList<>();
            List<EngagementId> page;
            EngagementId after = null;
            do {
                page = open.next(actor.firm(), new UnbilledEngagements.Place(client, after), PAGE);
                positions.readAll(actor.firm(), page).stream()
                        .map(WorkInProgress::of)
                        .forEach(rows::add);
                if (rows.size() > ReportResult.MOST_ROWS) {
                    return new ReportResult.TooLarge<>();
                }
                after = page.isEmpty() ? null : page.getLast();
            } while (page.size() == PAGE);
            return new ReportResult.Ready<>(new Unbilled(rows));
        });
    }
}
