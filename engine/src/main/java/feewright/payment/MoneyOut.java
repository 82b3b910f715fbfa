package feewright.payment;

import feewright.credit.Credits;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.Decision;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Enters that money of a payment goes out again, in the transaction that is open and by a decision that let it pass. What is left of the
 * credit that the payment made goes first; for all the rest its invoice owes again, also where that credit was spent meanwhile.
 */
public record MoneyOut(Credits credits, Bookkeeping books) {

    /** Where the money of a payment is, locked. */
    public Held held(JournalEntry payment) {
        return Held.of(books.ledger(), credits, payment);
    }

    /** It is given back. What asked for it has its words, and says whether by hand; null where a processor gives back by itself. */
    public JournalEntry refunded(Decision decision, Held held, Money amount, RefundPayment.@Nullable Request asked) {
        boolean byHand = asked != null && asked.byHand();
        Occasion occasion = new Occasion.PaymentRefunded(
                held.payment().id(), held.received().invoice(), byHand);
        return post(decision, held, new Leaving(occasion, amount, held.refund(amount), asked), "payment-refunded");
    }

    /** What was paid out of a grant did not arrive, and is credit again. */
    public JournalEntry payoutFailed(Decision decision, Held held, Occasion.CreditRefunded of, Money amount) {
        Occasion occasion =
                new Occasion.RefundFailed(held.payment().id(), held.received().invoice());
        Account grant = new Account.ClientCredit(of.grant());
        Leaving back = new Leaving(occasion, amount, List.of(new Transfer(Account.Own.REFUND, grant, amount)), null);
        return post(decision, held, back, "refund-failed");
    }

    /** A bank took back all of it, whatever was given back of it before. */
    public JournalEntry returned(Decision decision, Held held) {
        Occasion occasion = new Occasion.PaymentReturned(
                held.payment().id(), held.received().invoice());
        Money all = held.payment().amount();
        return post(
                decision,
                held,
                new Leaving(occasion, all, held.transfers(all, Account.Own.CASH), null),
                "payment-returned");
    }

    /** Money that was given back came back: its invoice takes what it owes, and the rest is the client's credit. */
    public JournalEntry refundFailed(Decision decision, Held held, Money amount) {
        return new MoneyIn(credits, books).refundFailed(decision, held, amount);
    }

    /** What goes out of a payment, from where, and what asked for it. */
    private record Leaving(
            Occasion occasion, Money amount, List<Transfer> transfers, RefundPayment.@Nullable Request asked) {}

    private JournalEntry post(Decision decision, Held held, Leaving leaving, String action) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                held.payment().of().client(),
                leaving.occasion(),
                leaving.amount(),
                books.today(decision.actor().firm(), decision.at()),
                leaving.transfers(),
                leaving.asked() == null ? null : leaving.asked().reason(),
                leaving.asked() == null ? null : leaving.asked().clientNote());
        return books.post(decision, posting, action, held.target());
    }
}
