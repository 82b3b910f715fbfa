package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.credit.Credits;
import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where money of a payment is that is to be taken back, all of it locked: on its invoice (null for a deposit), in the credit that it
 * made, in the credit that credit notes on its invoice made ({@code noted}, youngest first), and on the invoices that such credit pays
 * for. {@code spare}: what other money of the invoice was too much and became credit. {@code tookOver}: what of a write-off its own
 * credit brought back, in place of payments that were reversed.
 */
record ReversiblePayment(
        JournalEntry payment,
        @Nullable InvoiceAccount account,
        List<CreditBalance> made,
        List<CreditBalance> noted,
        OverpaymentCredit spare,
        Money tookOver,
        Map<GrantId, Map<InvoiceId, Money>> drawn) {

    private static final Comparator<CreditBalance> YOUNGEST_FIRST = Comparator.comparing(
                    (CreditBalance credit) -> credit.id().toString())
            .reversed();

    /** Locks it, and other invoices too. Fails with ConcurrentChange where credit was moved meanwhile. */
    static ReversiblePayment lock(Ledger ledger, Credits credits, JournalEntry payment, Set<InvoiceId> others) {
        FirmId firm = payment.of().firm();
        InvoiceId own = ((EntryCause.PaymentReceived) payment.cause()).invoice();
        Set<InvoiceId> invoices = new HashSet<>(others);
        Stream.ofNullable(own).forEach(invoices::add);
        Collection<InvoiceAccount> seen = own == null ? List.of() : ledger.read(firm, List.of(own));
        ledger.drawn(firm, grants(payment, seen)).values().forEach(draws -> invoices.addAll(draws.keySet()));
        Map<InvoiceId, InvoiceAccount> locked = new HashMap<>();
        invoices.stream()
                .sorted(Comparator.comparing(InvoiceId::toString))
                .forEach(invoice -> ledger.lock(firm, invoice).ifPresent(account -> locked.put(invoice, account)));
        InvoiceAccount account = own == null ? null : locked.get(own);
        Set<GrantId> made = grants(payment, List.of());
        Set<GrantId> undone = grants(payment, account == null ? List.of() : List.of(account));
        Set<GrantId> all = new HashSet<>(undone);
        all.addAll(own == null ? List.of() : credits.madeFor(firm, own));
        List<CreditBalance> every = credits.lock(firm, all);
        List<CreditBalance> standing =
                every.stream().filter(credit -> undone.contains(credit.id())).toList();
        Map<GrantId, Map<InvoiceId, Money>> drawn = ledger.drawn(firm, undone);
        if (!drawn.values().stream().allMatch(draws -> locked.keySet().containsAll(draws.keySet()))) {
            throw new ConcurrentChange("credit-moved");
        }
        return new ReversiblePayment(
                payment,
                account,
                standing.stream().filter(credit -> made.contains(credit.id())).toList(),
                standing.stream()
                        .filter(credit -> !made.contains(credit.id()))
                        .sorted(YOUNGEST_FIRST)
                        .toList(),
                OverpaymentCredit.among(every, made),
                TakenOver.by(ledger, payment, made),
                drawn);
    }

    /** The credit that a payment made, and that credit notes made of the money of these invoices. */
    private static Set<GrantId> grants(JournalEntry payment, Collection<InvoiceAccount> accounts) {
        Set<GrantId> grants = new HashSet<>();
        payment.transfers().stream()
                .map(Transfer::credit)
                .filter(Account.ClientCredit.class::isInstance)
                .forEach(credit -> grants.add(((Account.ClientCredit) credit).grant()));
        accounts.forEach(account -> grants.addAll(account.made().keySet()));
        return grants;
    }

    /** What the invoice took of the money. */
    Money taken() {
        return sum(transfer ->
                transfer.debit() == Account.FirmAccount.CASH && transfer.credit() instanceof Account.Receivable);
    }

    /** What of a write-off the money brought back, itself or in place of other payments; as far as the latter still pays. */
    Money regained() {
        Money own = sum(transfer -> transfer.credit() == Account.FirmAccount.WRITE_OFF);
        return account == null ? own : own.plus(Amounts.least(tookOver, new OverpaymentCredit(made).paying(account)));
    }

    /** What of the invoice's money became this credit. */
    Money turnedInto(GrantId grant) {
        Money none = Money.zero(payment.amount().getCurrencyUnit());
        return account == null ? none : account.made().getOrDefault(grant, none);
    }

    /** All that can be taken out of credit. */
    Money there(CreditBalance credit) {
        return credit.remaining()
                .plus(Amounts.sum(
                        credit.remaining().getCurrencyUnit(),
                        drawn.getOrDefault(credit.id(), Map.of()).values()));
    }

    /** What of the invoice's money became credit by credit notes, and went out as such. */
    Money givenBack() {
        Money none = Money.zero(payment.amount().getCurrencyUnit());
        return noted.stream()
                .map(credit -> turnedInto(credit.id()).minus(there(credit)))
                .filter(Money::isPositive)
                .reduce(none, Money::plus);
    }

    /** What the credit that payments of the invoice made pays for it. */
    Money paying(InvoiceAccount of) {
        return spare.paying(of).plus(new OverpaymentCredit(made).paying(of));
    }

    private Money sum(Predicate<Transfer> which) {
        return Amounts.sum(
                payment.amount().getCurrencyUnit(),
                payment.transfers().stream().filter(which).map(Transfer::amount).toList());
    }
}
