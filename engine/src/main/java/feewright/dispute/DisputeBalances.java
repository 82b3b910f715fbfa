package feewright.dispute;

import feewright.dispute.Shares.Share;
import feewright.ledger.Account;
import feewright.ledger.Account.FirmAccount;
import feewright.ledger.DisputeId;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the ledger has of a dispute in one currency: the sums over the transfers of its entries. */
record DisputeBalances(Money withdrawn, Money fees, Share share, Money suspended) {

    static DisputeBalances of(List<JournalEntry> entries, CurrencyUnit currency) {
        List<Transfer> transfers = entries.stream()
                .filter(entry -> entry.amount().getCurrencyUnit().equals(currency))
                .flatMap(entry -> entry.transfers().stream())
                .toList();
        Sums sums = new Sums(transfers, currency);
        return new DisputeBalances(
                sums.taken(FirmAccount.DISPUTED::equals, FirmAccount.CASH::equals),
                sums.taken(FirmAccount.DISPUTE_FEE::equals, FirmAccount.CASH::equals),
                new Share(
                        sums.taken(DisputeBalances::isOfTheClient, FirmAccount.DISPUTED::equals),
                        sums.taken(FirmAccount.CHARGEBACK_LOSS::equals, FirmAccount.DISPUTED::equals)),
                sums.taken(FirmAccount.SUSPENSE::equals, FirmAccount.CASH::equals));
    }

    /** Money in suspense came in for the client. */
    private static boolean isOfTheClient(Account account) {
        return account instanceof Account.Receivable
                || account instanceof Account.ClientCredit
                || account == FirmAccount.SUSPENSE;
    }

    /** The dispute that an entry is of. */
    static DisputeId dispute(EntryCause cause) {
        return switch (cause) {
            case EntryCause.Disputed disputed -> disputed.dispute();
            case EntryCause.MoneySuspended suspended -> Objects.requireNonNull(suspended.dispute());
            default -> throw new IllegalArgumentException("no entry of a dispute");
        };
    }

    /** The currencies in which money of a dispute was moved, or should be. */
    static Set<CurrencyUnit> currencies(DisputeUpdater.Change change, List<JournalEntry> entries) {
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
