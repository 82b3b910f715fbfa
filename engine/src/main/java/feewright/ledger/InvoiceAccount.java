package feewright.ledger;

import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.money.Amounts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joda.money.Money;

/**
 * The receivable of an invoice, by where its money came from and went: for each other account, what the receivable was debited
 * against it less what it was credited. Everything that an invoice is said to owe or to have had paid is a sum over these.
 * {@code rest}: the most that an attempt could not ask for, as its processor counts (requirement A7).
 */
public record InvoiceAccount(
        Invoice.Head head, Map<Account, Money> against, boolean isVoid, InvoiceDisputes contested, Money rest) {

    public InvoiceAccount {
        against = Map.copyOf(against);
    }

    /** Of an invoice that nobody disputes, and of which no processor left a rest. */
    public InvoiceAccount(Invoice.Head head, Map<Account, Money> against, boolean isVoid) {
        this(head, against, isVoid, InvoiceDisputes.none(head.currency()), Money.zero(head.currency()));
    }

    public InvoiceId invoice() {
        return head.id();
    }

    public Account.Receivable account() {
        return new Account.Receivable(head.id());
    }

    /** What is still to be paid. Never below zero. */
    public Money owed() {
        return sum(_ -> true);
    }

    /** Money that the firm holds for this invoice: paid, and neither refunded nor charged back nor turned into credit. */
    public Money received() {
        return sum(InvoiceAccount::isMoney).plus(sumOfCredit(Money::isPositive)).negated();
    }

    /** Credit that pays for this invoice, by the grants it was drawn from, the youngest grant first. */
    public Map<GrantId, Money> drawn() {
        Map<GrantId, Money> drawn = new LinkedHashMap<>();
        against.keySet().stream()
                .filter(Account.ClientCredit.class::isInstance)
                .map(Account.ClientCredit.class::cast)
                .sorted(Comparator.comparing(
                                (Account.ClientCredit credit) -> credit.grant().value())
                        .reversed())
                .filter(credit -> net(credit).isNegative())
                .forEach(credit -> drawn.put(credit.grant(), net(credit).negated()));
        return drawn;
    }

    /** Credit that money of this invoice became, by credit notes on it. */
    public Map<GrantId, Money> made() {
        Map<GrantId, Money> made = new HashMap<>();
        against.forEach((account, net) -> {
            if (account instanceof Account.ClientCredit(GrantId grant) && net.isPositive()) {
                made.put(grant, net);
            }
        });
        return made;
    }

    /** All credit that pays for this invoice. */
    public Money creditApplied() {
        return sumOfCredit(Money::isNegative).negated();
    }

    /** What credit notes took off. A void takes off everything. */
    public Money credited() {
        return head.totals().total().minus(sum(Account.Revenue.class::isInstance));
    }

    /** What was given up as lost, and has not come in after all. */
    public Money writtenOff() {
        return net(Account.FirmAccount.WRITE_OFF).negated();
    }

    /** Whether nothing is owed any more, and nothing of it was given up as lost. */
    public boolean isPaid() {
        return !isVoid && owed().isZero() && !writtenOff().isPositive();
    }

    /** Whether what is owed is no more than what a processor could not take: it is not overdue, and nobody asks for it again. */
    public boolean owesRestOnly() {
        return owed().isPositive() && !owed().isGreaterThan(rest);
    }

    /** As it stands once these transfers were made too. */
    public InvoiceAccount after(List<Transfer> transfers) {
        Map<Account, Money> later = new HashMap<>(against);
        for (Transfer transfer : transfers) {
            if (transfer.debit().equals(account())) {
                later.merge(transfer.credit(), transfer.amount(), Money::plus);
            } else if (transfer.credit().equals(account())) {
                later.merge(transfer.debit(), transfer.amount().negated(), Money::plus);
            }
        }
        return new InvoiceAccount(head, later, isVoid, contested, rest);
    }

    /** The settlement on a day in the firm's zone. */
    public PaymentStatus settlement(LocalDate today) {
        if (isVoid) {
            return PaymentStatus.VOID;
        }
        if (owed().isZero()) {
            return writtenOff().isPositive() ? PaymentStatus.WRITTEN_OFF : PaymentStatus.PAID;
        }
        if (head.dates().due().isBefore(today) && !owesRestOnly()) {
            return PaymentStatus.OVERDUE;
        }
        return received().plus(creditApplied()).isPositive() ? PaymentStatus.PART_PAID : PaymentStatus.OPEN;
    }

    /** The transfers that bring the receivable back to nothing, but for money that came in and went out again. */
    List<Transfer> reversal() {
        return against.entrySet().stream()
                .filter(one -> !isMoney(one.getKey()))
                .filter(one -> !one.getValue().isZero())
                .sorted(Comparator.comparing(one -> one.getKey().toString()))
                .map(one -> Transfer.of(one.getKey(), account(), one.getValue()))
                .toList();
    }

    private static boolean isMoney(Account account) {
        return account == Account.FirmAccount.CASH
                || account == Account.FirmAccount.REFUND
                || account == Account.FirmAccount.DISPUTED
                || account == Account.FirmAccount.SUSPENSE;
    }

    private Money net(Account account) {
        return against.getOrDefault(account, Money.zero(head.currency()));
    }

    private Money sumOfCredit(Predicate<Money> which) {
        return Amounts.sum(
                head.currency(),
                against.entrySet().stream()
                        .filter(one -> one.getKey() instanceof Account.ClientCredit)
                        .map(Map.Entry::getValue)
                        .filter(which)
                        .toList());
    }

    private Money sum(Predicate<Account> which) {
        return Amounts.sum(
                head.currency(),
                against.entrySet().stream()
                        .filter(one -> which.test(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
