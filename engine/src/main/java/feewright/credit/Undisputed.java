package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.money.Amounts;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of the money of an invoice can be paid out while disputes withhold some of it (requirement D3): what is on the invoice and in
 * the credit that it made, less what is withheld. Which of that money is the disputed one cannot be said, but where it is {@code free}: what
 * is neither gone nor contested of the one payment that is asked about (null: of none). The account is locked.
 */
public record Undisputed(
        InvoiceAccount account,
        List<CreditBalance> credits,
        @Nullable Money free) {

    public Undisputed {
        credits = List.copyOf(credits);
    }

    private Undisputed(InvoiceAccount account, List<CreditBalance> credits) {
        this(account, credits, null);
    }

    /** Of credit that a payment made, of which no more is paid out than is left of it. */
    Undisputed of(Ledger ledger, JournalEntry payment) {
        return new Undisputed(account, credits, ledger.free(payment.of().firm(), payment));
    }

    /** With the credit that the invoice made, which is locked together with these other grants. Nobody's credit if nothing is withheld. */
    public static Undisputed of(Credits credits, InvoiceAccount account, Collection<GrantId> others) {
        if (!isWithheld(account)) {
            return new Undisputed(account, List.of());
        }
        FirmId firm = account.head().parties().firm();
        List<GrantId> made = credits.madeFor(firm, account.invoice());
        List<GrantId> all = new ArrayList<>(made);
        all.addAll(others);
        return new Undisputed(
                account,
                credits.lock(firm, all).stream()
                        .filter(credit -> made.contains(credit.id()))
                        .toList());
    }

    /** What can be paid out, where without disputes it would be so much. Never below zero. */
    public Money least(Money most) {
        if (!isWithheld(account)) {
            return most;
        }
        Money none = Money.zero(account.head().currency());
        Money left = Amounts.sum(
                        account.head().currency(),
                        credits.stream().map(CreditBalance::remaining).toList())
                .plus(account.received())
                .minus(account.contested().withheld());
        if (free != null && free.isLessThan(left)) {
            left = free;
        }
        return left.isNegative() ? none : Amounts.least(most, left);
    }

    /** The fact that so much is to be paid out. */
    PayoutFact payout(Money amount) {
        return new PayoutFact(
                account.invoice(), amount.getAmountMinorLong(), least(amount).getAmountMinorLong());
    }

    private static boolean isWithheld(InvoiceAccount account) {
        return account.contested().withheld().isPositive();
    }

    /** The invoice whose money an entry made into credit; null where it was a deposit. */
    static @Nullable InvoiceId invoice(JournalEntry origin) {
        return switch (origin.cause()) {
            case EntryCause.PaymentReceived received -> received.invoice();
            case EntryCause.RefundFailed failed -> failed.invoice();
            case EntryCause.InvoiceCredited credited -> credited.invoice();
            case EntryCause.Disputed disputed -> disputed.invoice();
            case EntryCause.SuspenseSettled settled -> settled.invoice();
            default -> null;
        };
    }
}
