package feewright.payment;

import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.invoice.InvoiceId;
import feewright.money.Amounts;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** How the reversal of a payment is judged and entered. Everything that it moves is locked. */
record Reversal(Bookkeeping books, UndoneMoney money, PaymentUndo undo) {

    static Reversal of(Bookkeeping books, UndoneMoney money) {
        return new Reversal(books, money, PaymentUndo.of(money));
    }

    Decision judge(Actor actor, Instant now) {
        return books.judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question(
                                "reverse-payment", "payment/" + payment().id()),
                        List.of(ActorFact.of(actor), fact(actor)),
                        new Judge.By(actor, now));
    }

    private ReversalFact fact(Actor actor) {
        boolean reversed = books.ledger().isReversed(actor.firm(), payment().id());
        Money out = books.ledger().refunded(actor.firm(), payment()).plus(undo.gone());
        return new ReversalFact(
                payment().id(),
                received().method().isByHand(),
                reversed,
                money.account() != null
                        && money.account().isVoid()
                        && money.taken().isPositive(),
                reversed ? 0 : out.getAmountMinorLong());
    }

    /**
     * The invoices that its credit paid owe again first, each by an entry of its own; then the payment goes, and other money takes its
     * place. What owes again may be paid by credit that waits.
     */
    JournalEntry post(Decision decision, Content reason) {
        undo.withdrawn().forEach((invoice, transfers) -> withdraw(decision, invoice, transfers));
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                client(),
                new Occasion.PaymentReversed(
                        payment().id(), received().invoice(), received().method()),
                payment().amount(),
                books.today(decision.actor().firm(), decision.at()),
                undo.transfers(),
                reason);
        JournalEntry entry = books.post(
                decision,
                posting,
                "payment-reversed",
                new AuditEvent.Target("payment", payment().id(), client()));
        takeOver(decision);
        books.creditArrived(decision.actor().firm(), client());
        return entry;
    }

    private void takeOver(Decision decision) {
        if (money.account() == null || undo.takenOver().isEmpty()) {
            return;
        }
        InvoiceId invoice = money.account().invoice();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                client(),
                new Occasion.CreditApplied(invoice, true),
                sum(undo.takenOver()),
                books.today(decision.actor().firm(), decision.at()),
                undo.takenOver(),
                null);
        books.post(decision, posting, "credit-applied", new AuditEvent.Target("invoice", invoice, client()));
        books.paid(decision, posting, undo.left(money.account()));
    }

    private void withdraw(Decision decision, InvoiceId invoice, List<Transfer> transfers) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                client(),
                new Occasion.CreditWithdrawn(invoice, payment().id()),
                sum(transfers),
                books.today(decision.actor().firm(), decision.at()),
                transfers,
                null);
        books.post(decision, posting, "credit-unapplied", new AuditEvent.Target("invoice", invoice, client()));
    }

    private Money sum(List<Transfer> transfers) {
        return Amounts.sum(
                payment().amount().getCurrencyUnit(),
                transfers.stream().map(Transfer::amount).toList());
    }

    private JournalEntry payment() {
        return money.payment();
    }

    private ClientId client() {
        return payment().of().client();
    }

    private Occasion.PaymentReceived received() {
        return (Occasion.PaymentReceived) payment().occasion();
    }
}
