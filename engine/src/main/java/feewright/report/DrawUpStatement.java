package feewright.report;

import feewright.firm.Actor;
import feewright.firm.Clients;
import feewright.firm.Transactions;
import java.util.List;

/** Use case: the statement of a client's account over some days. */
public record DrawUpStatement(Transactions transactions, Clients clients, ClientAccounts accounts) {

    public Drawn<ClientStatement> drawUp(Actor actor, ClientAccounts.Question of) {
        return transactions.reading(actor, () -> {
            if (clients.find(actor.firm(), of.client()).isEmpty()) {
                return new Drawn.NotFound<>();
            }
            List<Movement> movements = accounts.movements(actor.firm(), of, Drawn.MOST_ROWS + 1);
            if (movements.size() > Drawn.MOST_ROWS) {
                return new Drawn.TooLarge<>();
            }
            List<Standing> closing =
                    accounts.standing(actor.firm(), of, of.days().until());
            return new Drawn.Up<>(ClientStatement.of(of, closing, movements));
        });
    }
}
