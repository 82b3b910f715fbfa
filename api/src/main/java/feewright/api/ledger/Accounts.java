package feewright.api.ledger;

import feewright.api.problem.ProblemException;
import feewright.api.web.AmountJson;
import feewright.credit.CreditBalance;
import feewright.credit.Credits;
import feewright.invoice.InvoiceId;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an amount is for, and refuses one in another currency. What is not there is 404. To be used in a transaction. */
@Component
public record Accounts(Ledger ledger, Credits credits) {

    public void checkCurrency(Actor actor, InvoiceId invoice, @Nullable Money amount) {
        AmountJson.check(amount, currency(actor, invoice));
    }

    public void checkCurrency(Actor actor, GrantId grant, @Nullable Money amount) {
        CreditBalance found =
                ProblemException.unlessFound(credits.find(actor.firm(), grant).orElse(null));
        AmountJson.check(amount, found.grant().amount().getCurrencyUnit());
    }

    public void checkCurrency(Actor actor, JournalEntryId entry, @Nullable Money amount) {
        JournalEntry found =
                ProblemException.unlessFound(ledger.find(actor.firm(), entry).orElse(null));
        AmountJson.check(amount, found.amount().getCurrencyUnit());
    }

    public CurrencyUnit currency(Actor actor, InvoiceId invoice) {
        InvoiceAccount found = ProblemException.unlessFound(
                ledger.read(actor.firm(), List.of(invoice)).stream().findFirst().orElse(null));
        return found.head().currency();
    }
}
