package feewright.report;

import feewright.firm.Clients;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.util.List;

/** Use case: the statement of a client's account over some days. */
public record DrawUpStatement(Transactions transactions, Clients clients, ClientAccounts accounts) {

    public ReportResult<ClientStatement> drawUp(Actor actor, ClientAccounts.Query of) {
        return transactions.reading(actor, () -> {
            if (clients.find(actor.firm(), of.client()).isEmpty()) {
                return new ReportResult.NotFound<>();
            }
            List<AccountMovement> movements = accounts.movements(actor.firm(), of, ReportResult.MOST_ROWS + 1);
            if (movements.size() > ReportResult.MOST_ROWS) {
                return new ReportResult.TooLarge<>();
            }
            List<ClientBalance> closing =
                    accounts.standing(actor.firm(), of, of.days().until());
            return new ReportResult.Ready<>(ClientStatement.of(of, closing, movements));
        });
    }
}
