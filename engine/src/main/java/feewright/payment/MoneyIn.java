package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.Credits;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.CustomerText;
import feewright.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Enters money that came in, in the transaction that is open and by a decision that let it pass: it pays what the invoice owes, then
 * brings back what of it was written off; what is more becomes credit of the client.
 */
public record MoneyIn(Credits credits, Bookkeeping books) {

    /** What came in. The reference is content; null for none. {@code duplicate}: it may repeat what was recorded before. */
    public record Received(
            Money amount,
            EntryCause.Method method,
            LocalDate on,
            @Nullable CustomerText reference,
            boolean duplicate) {

        /** What repeats nothing that was recorded before. */
        public Received(Money amount, EntryCause.Method method, LocalDate on, @Nullable CustomerText reference) {
            this(amount, method, on, reference, false);
        }
    }

    /** Money that a processor collected for an invoice, whose account is locked. */
    public JournalEntry collected(Decision decision, InvoiceAccount account, Money amount) {
        PaymentTarget of = new PaymentTarget(
                decision.actor().firm(), account.head().parties().client(), account);
        LocalDate on = books.today(decision.actor().firm(), decision.at());
        return post(decision, of, new Received(amount, EntryCause.Method.PROCESSOR, on, null));
    }

    /** What came in by a payment and is in suspense counts after all: it goes where a payment's money goes. */
    public void settled(Decision decision, JournalEntry payment, InvoiceAccount account, Money amount) {
        JournalEntryId id = books.nextId();
        PaymentTarget of = new PaymentTarget(
                decision.actor().firm(), account.head().parties().client(), account);
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                of.client(),
                new EntryCause.SuspenseSettled(payment.id(), of.invoice()),
                amount,
                books.today(decision.actor().firm(), decision.at()),
                transfers(decision, of, new Arriving(new Ids(id, null), amount, Account.FirmAccount.SUSPENSE)),
                null);
        paid(decision, posting, of, books.post(decision, posting, "suspense_resolved", of.target()));
    }

    JournalEntry post(Decision decision, PaymentTarget of, Received received) {
        return post(decision, of, received, new Ids(books.nextId(), null));
    }

    JournalEntry post(Decision decision, PaymentTarget of, Received received, Ids ids) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                ids.payment(),
                of.client(),
                new EntryCause.PaymentReceived(of.invoice(), received.method()),
                received.amount(),
                received.on(),
                transfers(decision, of, new Arriving(ids, received.amount(), Account.FirmAccount.CASH)),
                received.reference());
        return paid(decision, posting, of, books.post(decision, posting, "payment_received", of.target()));
    }

    /** Money of a payment that was given back and came back: first for what is missing of it, then to the firm for what it bore. */
    JournalEntry refundFailed(Decision decision, RefundablePayment held, Money amount) {
        JournalEntryId id = books.nextId();
        PaymentTarget of =
                new PaymentTarget(decision.actor().firm(), held.payment().of().client(), held.account());
        Money found = Amounts.least(amount, held.missing());
        Money borne = Amounts.least(
                amount.minus(found), books.ledger().borne(decision.actor().firm(), held.payment()));
        List<Transfer> transfers = new ArrayList<>();
        if (found.isPositive()) {
            transfers.add(new Transfer(Account.FirmAccount.REFUND, Account.FirmAccount.SUSPENSE, found));
        }
        if (borne.isPositive()) {
            transfers.add(new Transfer(Account.FirmAccount.REFUND, Account.FirmAccount.CHARGEBACK_LOSS, borne));
        }
        transfers.addAll(transfers(
                decision,
                of,
                new Arriving(new Ids(id, null), amount.minus(found).minus(borne), Account.FirmAccount.REFUND)));
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                of.client(),
                new EntryCause.RefundFailed(held.payment().id(), of.invoice()),
                amount,
                books.today(decision.actor().firm(), decision.at()),
                transfers,
                null);
        return paid(decision, posting, of, books.post(decision, posting, "refund_failed", held.target()));
    }

    private JournalEntry paid(Decision decision, Bookkeeping.Posting posting, PaymentTarget of, JournalEntry entry) {
        if (of.account() != null) {
            books.paid(decision, posting, of.account());
        }
        return entry;
    }

    /** The ids of a payment and of the credit that it makes, if it makes any; null for the credit where no id was given out before. */
    record Ids(JournalEntryId payment, @Nullable GrantId credit) {}

    /** What arrives by which entry, and from which account. */
    private record Arriving(Ids by, Money amount, Account source) {}

    private List<Transfer> transfers(Decision decision, PaymentTarget of, Arriving arriving) {
        List<Transfer> transfers = new ArrayList<>();
        Money left = arriving.amount();
        if (of.account() != null) {
            Allocation allocation = Allocation.of(of.account(), left, arriving.source());
            transfers.addAll(allocation.transfers());
            left = left.minus(allocation.taken());
        }
        if (left.isPositive()) {
            GrantId known = arriving.by().credit();
            CreditGrant grant = of.grant(
                    known == null ? new GrantId(books.decisionMaker().ids().next()) : known,
                    left,
                    new CreditGrant.Created(
                            decision.actor().person(),
                            decision.at(),
                            arriving.by().payment()));
            credits.add(grant);
            transfers.add(new Transfer(arriving.source(), grant.account(), left));
        }
        return transfers;
    }
}
