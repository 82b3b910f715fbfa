package feewright.payment;

import feewright.credit.Credits;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Transfer;
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
    public RefundablePayment held(JournalEntry payment) {
        return RefundablePayment.of(books.ledger(), credits, payment);
    }

    /** It is given back. What asked for it has its words, and says whether by hand; null where a processor gives back by itself. */
    public JournalEntry refunded(
            Decision decision, RefundablePayment held, Money amount, RefundPayment.@Nullable Request asked) {
        boolean byHand = asked != null && asked.byHand();
        EntryCause cause = new EntryCause.PaymentRefunded(
                held.payment().id(), held.received().invoice(), byHand);
        return post(decision, held, new Leaving(cause, amount, held.refund(amount), asked), "payment_refunded");
    }

    /** What was paid out of a grant did not arrive, and is credit again. */
    public JournalEntry payoutFailed(
            Decision decision, RefundablePayment held, EntryCause.CreditRefunded of, Money amount) {
        EntryCause cause =
                new EntryCause.RefundFailed(held.payment().id(), held.received().invoice());
        Account grant = new Account.ClientCredit(of.grant());
        Leaving back =
                new Leaving(cause, amount, List.of(new Transfer(Account.FirmAccount.REFUND, grant, amount)), null);
        return post(decision, held, back, "refund_failed");
    }

    /** A bank took back all of it, whatever was given back of it before. */
    public JournalEntry returned(Decision decision, RefundablePayment held) {
        EntryCause cause = new EntryCause.PaymentReturned(
                held.payment().id(), held.received().invoice());
        Money all = held.payment().amount();
        return post(
                decision,
                held,
                new Leaving(cause, all, held.transfers(all, Account.FirmAccount.CASH), null),
                "payment_returned");
    }

    /** Money that was given back came back: its invoice takes what it owes, and the rest is the client's credit. */
    public JournalEntry refundFailed(Decision decision, RefundablePayment held, Money amount) {
        return new MoneyIn(credits, books).refundFailed(decision, held, amount);
    }

    /** What goes out of a payment, from where, and what asked for it. */
    private record Leaving(
            EntryCause cause, Money amount, List<Transfer> transfers, RefundPayment.@Nullable Request asked) {}

    private JournalEntry post(Decision decision, RefundablePayment held, Leaving leaving, String action) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                held.payment().of().client(),
                leaving.cause(),
                leaving.amount(),
                books.today(decision.actor().firm(), decision.at()),
                leaving.transfers(),
                leaving.asked() == null ? null : leaving.asked().reason(),
                leaving.asked() == null ? null : leaving.asked().clientNote());
        return books.post(decision, posting, action, held.target());
    }
}
