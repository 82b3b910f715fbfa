package feewright.credit;

import feewright.engagement.CreditApplication;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.invoice.InvoiceId;
import feewright.invoice.IssuedBooks;
import feewright.receivable.Bookkeeping;
import feewright.receivable.InvoiceAccount;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Enters issued invoices into the ledger, in the transaction that issues them, and pays them with their clients' credit where
 * the terms say so. What the rules refuse is left unpaid, with the decision kept; the invoice stands all the same.
 */
public record PostInvoices(Credits credits, Bookkeeping books) implements IssuedBooks {

    @Override
    public void enter(Actor actor, List<Entered> entered, Instant now) {
        books.ledger()
                .issued(actor.firm(), entered.stream().map(Entered::invoice).toList());
        List<Entered> paying = entered.stream()
                .filter(one -> one.credit() == CreditApplication.AUTOMATIC)
                .filter(one -> one.invoice().head().totals().total().isPositive())
                .toList();
        if (paying.isEmpty()) {
            return;
        }
        List<ClientId> clients = paying.stream()
                .map(one -> one.invoice().head().parties().client())
                .distinct()
                .toList();
        List<CreditStanding> open = new ArrayList<>(credits.lockOpen(actor.firm(), clients));
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
        for (Entered one : paying) {
            apply(actor, Objects.requireNonNull(accounts.get(one.invoice().id())), open, now);
        }
    }

    private void apply(Actor actor, InvoiceAccount account, List<CreditStanding> open, Instant now) {
        LocalDate today = account.head().dates().issue();
        List<CreditStanding> own = open.stream()
                .filter(credit -> credit.grant()
                        .of()
                        .client()
                        .equals(account.head().parties().client()))
                .toList();
        Application application = Application.automatic(account, own, today);
        if (application.draws().isEmpty()) {
            return;
        }
        Decision decision = books.judge()
                .ask(
                        RuleSet.CREDIT,
                        Application.question(account),
                        application.facts(actor, application.amount()),
                        new Judge.By(actor, now));
        if (decision.outcome() == Decision.Outcome.PERMITTED) {
            application.post(books, decision, today);
            application.draws().forEach(draw -> draw(open, draw));
        }
    }

    /** The next invoice of the same client finds less. */
    private static void draw(List<CreditStanding> open, Draw draw) {
        open.replaceAll(credit -> credit.id().equals(draw.grant()) ? less(credit, draw.amount()) : credit);
    }

    private static CreditStanding less(CreditStanding credit, Money amount) {
        return new CreditStanding(
                credit.grant(), credit.review(), credit.remaining().minus(amount));
    }
}
