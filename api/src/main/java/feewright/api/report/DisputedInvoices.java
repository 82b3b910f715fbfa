package feewright.api.report;

import feewright.api.json.MoneyJson;
import feewright.dispute.Dispute;
import feewright.dispute.Disputes;
import feewright.dispute.Disputes.DisputeFilter;
import feewright.invoice.InvoiceId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.InvoiceDisputes;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Role;
import feewright.platform.Transactions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies over the invoices of a client as it is now: what open disputes claim of them, and what was charged back. */
@Component
record DisputedInvoices(Transactions transactions, Ledger ledger, Disputes disputes) {

    private static final int MOST_DISPUTES = 1000;

    /** An invoice with an open or a lost dispute. To a client, what the firm lost is not what was charged back. */
    record DisputedInvoiceView(
            UUID invoiceId,
            String invoiceNumber,
            boolean open,
            boolean lost,
            MoneyJson claimed,
            MoneyJson chargedBack) {

        static DisputedInvoiceView of(InvoiceAccount account, boolean toClient) {
            InvoiceDisputes contested = account.contested();
            return new DisputedInvoiceView(
                    account.invoice().value(),
                    account.head().number().toString(),
                    contested.open(),
                    contested.lost(),
                    MoneyJson.of(contested.claimed()),
                    MoneyJson.of(toClient ? contested.chargedToClient() : contested.chargedBack()));
        }
    }

    /** In the order in which they were issued; null for every currency. */
    List<DisputedInvoiceView> of(Actor actor, ClientId client, @Nullable CurrencyUnit currency) {
        DisputeFilter filter = new DisputeFilter(null, client, null, null, null);
        return transactions.reading(actor, () -> {
            List<InvoiceId> invoices = disputes.page(actor.firm(), filter, MOST_DISPUTES).stream()
                    .filter(dispute ->
                            dispute.course().isOpen() || dispute.course().isLost())
                    .map(Dispute::of)
                    .map(Dispute.Subject::invoice)
                    .distinct()
                    .toList();
            return ledger.read(actor.firm(), invoices).stream()
                    .filter(account ->
                            currency == null || account.head().currency().equals(currency))
                    .sorted(Comparator.comparingLong(
                            account -> account.head().number().sequence()))
                    .map(account -> DisputedInvoiceView.of(account, actor.is(Role.CLIENT)))
                    .toList();
        });
    }
}
