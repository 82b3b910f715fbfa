package feewright.payment;

import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.platform.AuditEvent;
import feewright.rule.Decision;
import java.util.List;
import org.joda.money.Money;

/**
 * Books what a processor says that it moved and no rule lets count (requirement L5), in the transaction that is open and by the decision
 * that refused it; or that it counts by now.
 */
public record SuspendMoney(Bookkeeping books) {

    /** Money that a processor collected and no rule lets count: it is in suspense, and nobody's. */
    public JournalEntry received(Decision decision, InvoiceAccount account, Money amount) {
        boolean own = account.head().currency().equals(amount.getCurrencyUnit());
        JournalEntryId id = books.nextId();
        PaymentTarget of = new PaymentTarget(
                decision.actor().firm(), account.head().parties().client(), own ? account : null);
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                of.client(),
                new EntryCause.PaymentReceived(of.invoice(), EntryCause.Method.PROCESSOR),
                amount,
                books.today(decision.actor().firm(), decision.at()),
                List.of(new Transfer(Account.FirmAccount.CASH, Account.FirmAccount.SUSPENSE, amount)),
                null);
        return books.post(decision, posting, "money_suspended", of.target());
    }

    /** Of which payment, from which account, and where it is missing: below zero where money came. */
    public record Moved(JournalEntry payment, Account from, Money missing) {}

    /** Of a payment by itself: in its currency it adds to what is in suspense of it. */
    public void moved(Decision decision, Moved moved) {
        if (moved.missing().isZero()) {
            return;
        }
        JournalEntry payment = moved.payment();
        boolean own = payment.amount().getCurrencyUnit().equals(moved.missing().getCurrencyUnit());
        EntryCause.PaymentReceived received = (EntryCause.PaymentReceived) payment.cause();
        EntryCause cause = own
                ? new EntryCause.MoneySuspended(payment.id(), payment.id(), received.invoice(), null)
                : new EntryCause.MoneySuspended(null, null, null, null);
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                payment.of().client(),
                cause,
                moved.missing().abs(),
                books.today(decision.actor().firm(), decision.at()),
                List.of(Transfer.of(Account.FirmAccount.SUSPENSE, moved.from(), moved.missing())),
                null);
        AuditEvent.Target target =
                new AuditEvent.Target("payment", payment.id(), payment.of().client());
        books.post(decision, posting, "money_suspended", target);
    }
}
