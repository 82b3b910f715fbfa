package feewright.api.report;

import feewright.api.firm.Names;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The names of clients, for reports that are drawn up outside a transaction. */
@Component
record ClientNames(Transactions transactions, Names names) {

    Names.Known of(Actor actor, List<ClientId> clients) {
        return transactions.reading(actor, () -> names.of(actor, clients, client -> client));
    }
}
