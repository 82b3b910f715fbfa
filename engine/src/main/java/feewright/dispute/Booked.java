package feewright.dispute;

import feewright.dispute.Shares.Share;
import feewright.receivable.Account;
import feewright.receivable.Account.Own;
import feewright.receivable.DisputeId;
import feewright.receivable.JournalEntry;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the ledger has of a dispute in one currency: the sums over the transfers of its entries. */
record Booked(Money withdrawn, Money fees, Share share, Money suspended) {

    static Booked of(List<JournalEntry> entries, CurrencyUnit currency) {
        List<Transfer> transfers = entries.stream()
                .filter(entry -> entry.amount().getCurrencyUnit().equals(currency))
                .flatMap(entry -> entry.transfers().stream())
                .toList();
        Sums sums = new Sums(transfers, currency);
        return new Booked(
                sums.taken(Own.DISPUTED::equals, Own.CASH::equals),
                sums.taken(Own.DISPUTE_FEE::equals, Own.CASH::equals),
                new Share(
                        sums.taken(Booked::isOfTheClient, Own.DISPUTED::equals),
                        sums.taken(Own.CHARGEBACK_LOSS::equals, Own.DISPUTED::equals)),
                sums.taken(Own.SUSPENSE::equals, Own.CASH::equals));
    }

    /** Money in suspense came in for the client. */
    private static boolean isOfTheClient(Account account) {
        return account instanceof Account.Receivable
                || account instanceof Account.ClientCredit
                || account == Own.SUSPENSE;
    }

    /** The dispute that an entry is of. */
    static DisputeId dispute(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Disputed disputed -> disputed.dispute();
            case Occasion.MoneySuspended suspended -> Objects.requireNonNull(suspended.dispute());
            default -> throw new IllegalArgumentException("no entry of a dispute");
        };
    }

    /** The currencies in which money of a dispute was moved, or should be. */
    static Set<CurrencyUnit> currencies(Standings.Change change, List<JournalEntry> entries) {
        Set<CurrencyUnit> currencies = new HashSet<>(change.uncounted().keySet());
        currencies.add(change.course().currency());
        entries.forEach(entry -> currencies.add(entry.amount().getCurrencyUnit()));
        return currencies;
    }

    private record Sums(List<Transfer> transfers, CurrencyUnit currency) {

        /** What one account was debited against another, less what it was credited. */
        Money taken(Predicate<Account> debit, Predicate<Account> credit) {
            return sum(debit, credit).minus(sum(credit, debit));
        }

        private Money sum(Predicate<Account> debit, Predicate<Account> credit) {
            return transfers.stream()
                    .filter(transfer -> debit.test(transfer.debit()) && credit.test(transfer.credit()))
                    .map(Transfer::amount)
                    .reduce(Money.zero(currency), Money::plus);
        }
    }
}
