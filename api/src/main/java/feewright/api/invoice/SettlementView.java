package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.firm.Actor;
import feewright.firm.Role;
import feewright.receivable.Contested;
import feewright.receivable.InvoiceAccount;
import java.time.LocalDate;

/** How an invoice stands today, and by what. What it was issued for is what is credited, received, applied, written off and owed. */
record SettlementView(
        String state,
        MoneyJson owed,
        MoneyJson received,
        MoneyJson creditApplied,
        MoneyJson credited,
        MoneyJson writtenOff,
        DisputedView disputed) {

    /** What lies over the invoice and changes nothing of it: what open disputes claim of it, and what was charged back. */
    record DisputedView(boolean open, boolean lost, MoneyJson claimed, MoneyJson chargedBack) {

        static DisputedView of(Contested contested, boolean toClient) {
            return new DisputedView(
                    contested.open(),
                    contested.lost(),
                    MoneyJson.of(contested.claimed()),
                    MoneyJson.of(toClient ? contested.chargedToClient() : contested.chargedBack()));
        }
    }

    /** As somebody sees it: to a client, what the firm lost is not what was charged back. */
    static SettlementView of(Actor actor, InvoiceAccount account, LocalDate today) {
        return new SettlementView(
                account.settlement(today).code(),
                MoneyJson.of(account.owed()),
                MoneyJson.of(account.received()),
                MoneyJson.of(account.creditApplied()),
                MoneyJson.of(account.credited()),
                MoneyJson.of(account.writtenOff()),
                DisputedView.of(account.contested(), actor.is(Role.CLIENT)));
    }
}
