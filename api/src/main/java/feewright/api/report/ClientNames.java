package feewright.api.report;

import feewright.api.firm.Names;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Role;
import feewright.firm.Transactions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names of clients, for whom they are: a platform operator reads none. */
@Component
record ClientNames(Transactions transactions, Names names) {

    Names.Known of(Actor actor, List<ClientId> clients) {
        return actor.is(Role.PLATFORM_OPERATOR)
                ? new Names.Known(Map.of())
                : transactions.reading(actor, () -> names.of(actor, clients, client -> client));
    }
}
