package feewright.api.money;

import feewright.api.problem.Refused;
import feewright.credit.CreditStanding;
import feewright.credit.Credits;
import feewright.firm.Actor;
import feewright.invoice.InvoiceId;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Ledger;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an amount is for, and refuses one in another currency. What is not there is 404. To be used in a transaction. */
@Component
record Accounts(Ledger ledger, Credits credits) {

    void checkCurrency(Actor actor, InvoiceId invoice, @Nullable Money amount) {
        AmountJson.check(amount, currency(actor, invoice));
    }

    void checkCurrency(Actor actor, GrantId grant, @Nullable Money amount) {
        CreditStanding found =
                Refused.unlessFound(credits.find(actor.firm(), grant).orElse(null));
        AmountJson.check(amount, found.grant().amount().getCurrencyUnit());
    }

    void checkCurrency(Actor actor, JournalEntryId entry, @Nullable Money amount) {
        JournalEntry found =
                Refused.unlessFound(ledger.find(actor.firm(), entry).orElse(null));
        AmountJson.check(amount, found.amount().getCurrencyUnit());
    }

    CurrencyUnit currency(Actor actor, InvoiceId invoice) {
        InvoiceAccount found = Refused.unlessFound(
                ledger.read(actor.firm(), List.of(invoice)).stream().findFirst().orElse(null));
        return found.head().currency();
    }
}
