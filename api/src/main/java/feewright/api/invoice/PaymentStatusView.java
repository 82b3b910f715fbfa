package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.InvoiceDisputes;
import feewright.platform.Actor;
import feewright.platform.Role;
import java.time.LocalDate;

/** How an invoice stands today, and by what. What it was issued for is what is credited, received, applied, written off and owed. */
record PaymentStatusView(
        String state,
        MoneyJson owed,
        MoneyJson received,
        MoneyJson creditApplied,
        MoneyJson credited,
        MoneyJson writtenOff,
        DisputedView disputed) {

    /** What lies over the invoice and changes nothing of it: what open disputes claim of it, and what was charged back. */
    record DisputedView(boolean open, boolean lost, MoneyJson claimed, MoneyJson chargedBack) {

        static DisputedView of(InvoiceDisputes contested, boolean toClient) {
            return new DisputedView(
                    contested.open(),
                    contested.lost(),
                    MoneyJson.of(contested.claimed()),
                    MoneyJson.of(toClient ? contested.chargedToClient() : contested.chargedBack()));
        }
    }

    /** As somebody sees it: to a client, what the firm lost is not what was charged back. */
    static PaymentStatusView of(Actor actor, InvoiceAccount account, LocalDate today) {
        return new PaymentStatusView(
                account.settlement(today).code(),
                MoneyJson.of(account.owed()),
                MoneyJson.of(account.received()),
                MoneyJson.of(account.creditApplied()),
                MoneyJson.of(account.credited()),
                MoneyJson.of(account.writtenOff()),
                DisputedView.of(account.contested(), actor.is(Role.CLIENT)));
    }
}
