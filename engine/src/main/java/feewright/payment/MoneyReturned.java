package feewright.payment;

import feewright.credit.Credits;
import feewright.firm.AuditEvent;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.rule.Decision;

/**
 * Enters that money of an invoice's payment did not stay, in the transaction that is open: a bank took it back. What is left of the
 * credit that it made goes first; for all the rest its invoice owes again, also where that credit was spent meanwhile.
 */
public record MoneyReturned(Credits credits, Bookkeeping books) {

    /** Enters it for a payment: all of it, whatever was given back of it before. */
    public JournalEntry post(Decision decision, JournalEntryId returned) {
        JournalEntry payment =
                books.ledger().find(decision.actor().firm(), returned).orElseThrow();
        Held held = Held.of(books.ledger(), credits, payment);
        Occasion.PaymentReceived received = (Occasion.PaymentReceived) payment.occasion();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                payment.of().client(),
                new Occasion.PaymentReturned(payment.id(), received.invoice()),
                payment.amount(),
                books.today(decision.actor().firm(), decision.at()),
                held.transfers(payment.amount(), Account.Own.CASH),
                null);
        AuditEvent.Target target =
                new AuditEvent.Target("payment", payment.id(), payment.of().client());
        return books.post(decision, posting, "payment-returned", target);
    }
}
