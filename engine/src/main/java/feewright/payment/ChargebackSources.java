package feewright.payment;

import feewright.credit.CreditBalance;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.OriginPayments;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Where money of a payment is that is charged back, locked: {@code suspense}, what is left of the credit that it made, its invoice, and
 * the credit that credit notes made of the invoice's money.
 */
record ChargebackSources(InvoiceAccount account, Money suspense, List<CreditBalance> own, List<CreditBalance> noted) {

    static ChargebackSources of(ChargebackTransfers in, JournalEntry payment, InvoiceAccount account) {
        FirmId firm = account.head().parties().firm();
        List<CreditBalance> made = in.credits().lock(firm, in.credits().madeFor(firm, account.invoice()));
        OriginPayments origins = new OriginPayments(in.ledger());
        List<CreditBalance> own =
                made.stream().filter(credit -> isOf(payment, credit, origins)).toList();
        Money suspense = RefundablePayment.suspense(in.ledger(), payment);
        return new ChargebackSources(
                account,
                suspense.isNegative() ? suspense.negated() : Money.zero(suspense.getCurrencyUnit()),
                own,
                made.stream()
                        .filter(credit ->
                                !own.contains(credit) && account.made().containsKey(credit.id()))
                        .sorted(Comparator.comparing(
                                        (CreditBalance credit) -> credit.id().toString())
                                .reversed())
                        .toList());
    }

    private static boolean isOf(JournalEntry payment, CreditBalance credit, OriginPayments origins) {
        JournalEntryId origin = credit.grant().asked().origin();
        return origin != null
                && origins.payment(payment.of().firm(), origin)
                        .filter(payment.id()::equals)
                        .isPresent();
    }

    /** What is there without the invoice owing again. */
    Money standing() {
        return own.stream().map(CreditBalance::remaining).reduce(suspense, Money::plus);
    }

    /** So much of it, to {@link Account.FirmAccount#DISPUTED}. What a void invoice cannot owe again the firm bears. */
    List<Transfer> transfers(Money amount) {
        Map<Account, Money> parts = new LinkedHashMap<>();
        Money left = amount;
        for (Source source : inOrder(amount)) {
            Money part = Amounts.least(left, source.most());
            if (part.isPositive()) {
                parts.merge(source.account(), part, Money::plus);
                left = left.minus(part);
            }
        }
        return parts.entrySet().stream()
                .map(part -> new Transfer(part.getKey(), Account.FirmAccount.DISPUTED, part.getValue()))
                .toList();
    }

    private record Source(Account account, Money most) {}

    /** The last can give all of it. */
    private List<Source> inOrder(Money amount) {
        List<Source> sources = new ArrayList<>(List.of(new Source(Account.FirmAccount.SUSPENSE, suspense)));
        own.forEach(credit -> sources.add(new Source(credit.grant().account(), credit.remaining())));
        if (account.isVoid()) {
            sources.add(new Source(Account.FirmAccount.CHARGEBACK_LOSS, amount));
            return sources;
        }
        sources.add(new Source(account.account(), account.received()));
        Map<GrantId, Money> turned = account.made();
        noted.forEach(credit -> sources.add(new Source(
                credit.grant().account(),
                Amounts.least(credit.remaining(), Objects.requireNonNull(turned.get(credit.id()))))));
        sources.add(new Source(account.account(), amount));
        return sources;
    }
}
