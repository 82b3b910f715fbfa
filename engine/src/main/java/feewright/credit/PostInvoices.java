package feewright.credit;

import feewright.engagement.CreditApplicationMode;
import feewright.invoice.InvoiceId;
import feewright.invoice.IssuedInvoiceHandler;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Enters issued invoices into the ledger, in the transaction that issues them, and pays them with their clients' credit where
 * the terms say so. What the rules refuse is left unpaid, with the decision kept; the invoice stands all the same.
 */
public record PostInvoices(Credits credits, Bookkeeping books) implements IssuedInvoiceHandler {

    @Override
    public void enter(Actor actor, List<Entered> entered, Instant now) {
        books.ledger()
                .issued(actor.firm(), entered.stream().map(Entered::invoice).toList());
        List<Entered> paying = entered.stream()
                .filter(one -> one.credit() == CreditApplicationMode.AUTOMATIC)
                .filter(one -> one.invoice().head().totals().total().isPositive())
                .toList();
        if (paying.isEmpty()) {
            return;
        }
        List<ClientId> clients = paying.stream()
                .map(one -> one.invoice().head().parties().client())
                .distinct()
                .toList();
        List<CreditBalance> open = credits.lockOpen(actor.firm(), clients);
        if (open.isEmpty()) {
            return;
        }
        Map<InvoiceId, InvoiceAccount> accounts =
                books
                        .ledger()
                        .read(
                                actor.firm(),
                                paying.stream().map(one -> one.invoice().id()).toList())
                        .stream()
                        .collect(Collectors.toMap(InvoiceAccount::invoice, Function.identity()));
        CreditApplier byTerms = new CreditApplier(books, actor, now);
        OpenCredit left = new OpenCredit(open);
        for (Entered one : paying) {
            InvoiceAccount account =
                    Objects.requireNonNull(accounts.get(one.invoice().id()));
            byTerms.apply(CreditApplier.Candidate.issued(account), left);
        }
    }
}
