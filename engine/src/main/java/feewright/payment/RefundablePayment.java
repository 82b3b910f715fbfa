package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.credit.Credits;
import feewright.credit.Undisputed;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.AuditEvent;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where money of a payment is, locked: in its invoice (null for a deposit), and in the credit that it made. {@code returned}: what of it
 * went back before; {@code contested}: what disputes claim or took of it; {@code undisputed}: of the invoice's money (null for a deposit);
 * {@code suspense}: what of it is in suspense, below zero where it came in and above where it is missing.
 */
public record RefundablePayment(
        JournalEntry payment,
        @Nullable InvoiceAccount account,
        List<CreditBalance> credits,
        Money returned,
        Money contested,
        @Nullable Undisputed undisputed,
        Money suspense) {

    public RefundablePayment {
        credits = List.copyOf(credits);
    }

    /** Where the money of a payment is. */
    static RefundablePayment of(Ledger ledger, Credits credits, JournalEntry payment) {
        InvoiceAccount account =
                payment.cause() instanceof EntryCause.PaymentReceived received && received.invoice() != null
                        ? ledger.lock(payment.of().firm(), received.invoice()).orElseThrow()
                        : null;
        FirmId firm = payment.of().firm();
        Undisputed undisputed = account == null ? null : Undisputed.of(credits, account, List.of());
        return new RefundablePayment(
                payment,
                account,
                credits.lockFrom(firm, payment.id()),
                ledger.refunded(firm, payment),
                ledger.contested(firm, payment),
                undisputed,
                suspense(ledger, payment));
    }

    static Money suspense(Ledger ledger, JournalEntry payment) {
        return ledger.suspense(payment.of().firm(), SuspenseFilter.of(payment.id()), 1).stream()
                .map(SuspenseItem::balance)
                .reduce(Money.zero(payment.amount().getCurrencyUnit()), Money::plus);
    }

    /** How the payment came. Fails for an entry that is no payment. */
    EntryCause.PaymentReceived received() {
        return (EntryCause.PaymentReceived) payment.cause();
    }

    AuditEvent.Target target() {
        return new AuditEvent.Target("payment", payment.id(), payment.of().client());
    }

    /** What came in by the payment and did not go back. */
    public Money left() {
        return payment.amount().minus(returned);
    }

    /** What is left of the credit that the payment made. */
    public Money credit() {
        return Amounts.sum(
                payment.amount().getCurrencyUnit(),
                credits.stream().map(CreditBalance::remaining).toList());
    }

    /** What of the payment is in suspense since it came in. What came beyond the payment is none of it. */
    public Money surplus() {
        boolean suspended =
                payment.transfers().stream().anyMatch(transfer -> transfer.credit() == Account.FirmAccount.SUSPENSE);
        return suspended && suspense.isNegative() ? suspense.negated() : Money.zero(suspense.getCurrencyUnit());
    }

    /** What of the payment is missing and in suspense. */
    Money missing() {
        return suspense.isPositive() ? suspense : Money.zero(suspense.getCurrencyUnit());
    }

    /** What can be given back: what did not go back before, nobody disputes, and the firm still holds. Never below zero. */
    Money refundable() {
        Money free = left().minus(contested);
        Money held = (account == null ? credit() : credit().plus(account.received())).plus(surplus());
        Money most = free.isNegative() ? Money.zero(free.getCurrencyUnit()) : Amounts.least(held, free);
        return undisputed == null ? most : undisputed.least(most);
    }

    /**
     * Takes so much out to another account: what is in suspense first, then what is left of the credit; for the rest the invoice owes
     * again. A void one owes nothing any more: the firm bears it.
     */
    List<Transfer> transfers(Money amount, Account to) {
        List<Transfer> transfers = new ArrayList<>();
        Money suspended = Amounts.least(amount, surplus());
        if (suspended.isPositive()) {
            transfers.add(new Transfer(Account.FirmAccount.SUSPENSE, to, suspended));
        }
        Money left = amount.minus(suspended);
        for (CreditBalance credit : credits) {
            Money part = Amounts.least(left, credit.remaining());
            if (part.isPositive()) {
                transfers.add(new Transfer(credit.grant().account(), to, part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            transfers.add(new Transfer(owing(), to, left));
        }
        return transfers;
    }

    /** Nobody owes for what came without an invoice, or in another currency than its own. */
    private Account owing() {
        return account == null
                ? Account.FirmAccount.SUSPENSE
                : account.isVoid() ? Account.FirmAccount.CHARGEBACK_LOSS : account.account();
    }

    /** The same for money that is given back: what is more than is left of the payment is missing, and in suspense. */
    List<Transfer> refund(Money amount) {
        Money within = Amounts.least(amount, left().isNegative() ? Money.zero(amount.getCurrencyUnit()) : left());
        List<Transfer> transfers = new ArrayList<>(transfers(within, Account.FirmAccount.REFUND));
        Money beyond = amount.minus(within);
        if (beyond.isPositive()) {
            transfers.add(new Transfer(Account.FirmAccount.SUSPENSE, Account.FirmAccount.REFUND, beyond));
        }
        return transfers;
    }
}
