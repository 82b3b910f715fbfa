package feewright.ledger;

import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.platform.ClientId;
import feewright.platform.Coded;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Port: the journal, its transfers, and the balances that follow from them. Whoever changes an invoice's account locks it first;
 * accounts of credit are locked after it, so that two never wait for each other in a circle.
 */
public interface Ledger {

    /** The account of an invoice, locked until the transaction ends. */
    Optional<InvoiceAccount> lock(FirmId firm, InvoiceId invoice);

    /** Locks the accounts of invoices until the transaction ends, by their ids, so that two never wait for each other in a circle. */
    void hold(FirmId firm, Collection<InvoiceId> invoices);

    /** The accounts of those of the invoices that the firm has, in no order. */
    List<InvoiceAccount> read(FirmId firm, Collection<InvoiceId> invoices);

    /**
     * On which day in the books payments and credit left nothing of these invoices to pay, of those of which nothing is (requirement
     * I8). A write-off is no payment; what was never anything to pay is paid on its issue date.
     */
    Map<InvoiceId, LocalDate> paidOn(FirmId firm, Collection<InvoiceId> invoices);

    /** Accounts of invoices by invoice id descending (newest first). */
    List<InvoiceAccount> accounts(FirmId firm, AccountFilter filter, int limit);

    /** Opens the accounts of invoices that were just issued: each owes what its categories earned. */
    void issued(FirmId firm, List<Invoice> invoices);

    /**
     * Keeps entries with their transfers and moves the balances. Fails with ConcurrentChange, keeping nothing, where a balance
     * would come to be below zero or an entry was kept before.
     */
    void post(FirmId firm, List<JournalEntry> entries);

    Optional<JournalEntry> find(FirmId firm, JournalEntryId entry);

    /** By id descending (newest first). */
    List<JournalEntry> page(FirmId firm, EntryFilter filter, int limit);

    /**
     * What of a payment was given back, or taken back by a bank, as money, and did not come back; all of it if it was reversed. Zero in
     * its currency if nothing.
     */
    Money refunded(FirmId firm, JournalEntry payment);

    /**
     * What the firm holds of a payment, whether a rule lets it count or it is in suspense: what came in less what went out again, also as
     * a payout of credit that came of it, and less what a person had the firm keep. What disputes moved is not looked at. Never below
     * zero, in its currency.
     */
    Money holds(FirmId firm, JournalEntry payment);

    /** What the firm bears of a payment that left when its void invoice could not owe again. Zero in its currency if nothing. */
    Money borne(FirmId firm, JournalEntry payment);

    /** Whether a payment was taken back as if it had not been recorded. */
    boolean isReversed(FirmId firm, JournalEntryId payment);

    /**
     * Payments by hand of this amount on this day in the books, but for those that were reversed, oldest first. Until the transaction
     * ends nobody else gets an answer to the same question, so that of two equal ones at once the second sees the first.
     */
    List<JournalEntryId> payments(FirmId firm, Money amount, LocalDate on);

    /** What of each of the grants pays for which invoices now; what pays for nothing is left out. */
    Map<GrantId, Map<InvoiceId, Money>> drawn(FirmId firm, Collection<GrantId> grants);

    /** The entries that disputes made, oldest first. */
    List<JournalEntry> disputed(FirmId firm, Collection<DisputeId> disputes);

    /**
     * What of a payment cannot be given back: claimed by disputes or gone with them, or missing and in suspense; all of it where that
     * is in another currency. Zero in its currency if nothing.
     */
    Money contested(FirmId firm, JournalEntry payment);

    /** What of a payment is neither gone nor contested. Below zero where more is contested than came in. */
    default Money free(FirmId firm, JournalEntry payment) {
        return payment.amount().minus(refunded(firm, payment)).minus(contested(firm, payment));
    }

    /** What is in suspense, by id descending (newest first). */
    List<SuspenseItem> suspense(FirmId firm, SuspenseFilter filter, int limit);

    /** Which invoices, and how they stand on a day in the firm's zone (null: however). */
    record AccountFilter(InvoiceFilter of, @Nullable PaymentStatus settlement, LocalDate today) {}

    /** What to look for; null means any. */
    record EntryFilter(
            @Nullable UUID before,
            @Nullable EntryKind kind,
            @Nullable ClientId client,
            @Nullable InvoiceId invoice,
            @Nullable GrantId grant) {}

    /** The kinds of occasions, as the journal names them. */
    enum EntryKind implements Coded {
        INVOICE_VOIDED,
        PAYMENT_RECEIVED,
        PAYMENT_REFUNDED,
        PAYMENT_RETURNED,
        PAYMENT_REVERSED,
        REFUND_FAILED,
        CREDIT_REFUNDED,
        INVOICE_WRITTEN_OFF,
        CREDIT_GRANTED,
        CREDIT_APPLIED,
        CREDIT_UNAPPLIED,
        CREDIT_WITHDRAWN,
        CREDIT_REVERSED,
        CREDIT_EXPIRED,
        INVOICE_CREDITED,
        DISPUTE_WITHDRAWN,
        DISPUTE_FEE,
        DISPUTE_REINSTATED,
        CHARGED_BACK,
        CHARGEBACK_REVERSED,
        MONEY_SUSPENDED,
        SUSPENSE_RESOLVED;

        public static EntryKind of(EntryCause cause) {
            return switch (cause) {
                case EntryCause.InvoiceVoided _ -> INVOICE_VOIDED;
                case EntryCause.PaymentReceived _ -> PAYMENT_RECEIVED;
                case EntryCause.PaymentRefunded _ -> PAYMENT_REFUNDED;
                case EntryCause.PaymentReturned _ -> PAYMENT_RETURNED;
                case EntryCause.PaymentReversed _ -> PAYMENT_REVERSED;
                case EntryCause.RefundFailed _ -> REFUND_FAILED;
                case EntryCause.CreditRefunded _ -> CREDIT_REFUNDED;
                case EntryCause.InvoiceWrittenOff _ -> INVOICE_WRITTEN_OFF;
                case EntryCause.CreditGranted _ -> CREDIT_GRANTED;
                case EntryCause.CreditApplied _ -> CREDIT_APPLIED;
                case EntryCause.CreditUnapplied _ -> CREDIT_UNAPPLIED;
                case EntryCause.CreditWithdrawn _ -> CREDIT_WITHDRAWN;
                case EntryCause.CreditReversed _ -> CREDIT_REVERSED;
                case EntryCause.CreditExpired _ -> CREDIT_EXPIRED;
                case EntryCause.InvoiceCredited _ -> INVOICE_CREDITED;
                case EntryCause.Disputed disputed -> valueOf(disputed.act().name());
                case EntryCause.MoneySuspended _ -> MONEY_SUSPENDED;
                case EntryCause.SuspenseSettled _ -> SUSPENSE_RESOLVED;
            };
        }
    }
}
