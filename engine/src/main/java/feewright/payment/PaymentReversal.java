package feewright.payment;

import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** How the reversal of a payment is judged and entered. Everything that it moves is locked. */
record PaymentReversal(Bookkeeping books, ReversiblePayment money, ReversalTransfers undo) {

    static PaymentReversal of(Bookkeeping books, ReversiblePayment money) {
        return new PaymentReversal(books, money, ReversalTransfers.of(money));
    }

    Decision judge(Actor actor, Instant now) {
        return books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request(
                                "reverse_payment", "payment/" + payment().id()),
                        List.of(ActorFact.of(actor), fact(actor)),
                        new DecisionMaker.Requester(actor, now));
    }

    private PaymentReversalFact fact(Actor actor) {
        boolean reversed = books.ledger().isReversed(actor.firm(), payment().id());
        Money out = books.ledger().refunded(actor.firm(), payment()).plus(undo.gone());
        return new PaymentReversalFact(
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
    JournalEntry post(Decision decision, CustomerText reason) {
        undo.withdrawn().forEach((invoice, transfers) -> withdraw(decision, invoice, transfers));
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                client(),
                new EntryCause.PaymentReversed(
                        payment().id(), received().invoice(), received().method()),
                payment().amount(),
                books.today(decision.actor().firm(), decision.at()),
                undo.transfers(),
                reason);
        JournalEntry entry = books.post(
                decision,
                posting,
                "payment_reversed",
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
                new EntryCause.CreditApplied(invoice, true),
                sum(undo.takenOver()),
                books.today(decision.actor().firm(), decision.at()),
                undo.takenOver(),
                null);
        books.post(decision, posting, "credit_applied", new AuditEvent.Target("invoice", invoice, client()));
        books.paid(decision, posting, undo.left(money.account()));
    }

    private void withdraw(Decision decision, InvoiceId invoice, List<Transfer> transfers) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                client(),
                new EntryCause.CreditWithdrawn(invoice, payment().id()),
                sum(transfers),
                books.today(decision.actor().firm(), decision.at()),
                transfers,
                null);
        books.post(decision, posting, "credit_unapplied", new AuditEvent.Target("invoice", invoice, client()));
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

    private EntryCause.PaymentReceived received() {
        return (EntryCause.PaymentReceived) payment().cause();
    }
}
