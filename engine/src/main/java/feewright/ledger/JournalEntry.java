package feewright.ledger;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * Something that happened to the money of a client, with the transfers that it made. A fact: an undo is another entry.
 * {@code amount} is what the occasion was about; {@code on} the day it belongs to in the books.
 */
public record JournalEntry(
        JournalEntryId id,
        Parties of,
        EntryCause cause,
        Money amount,
        LocalDate on,
        List<Transfer> transfers,
        Recorded recorded) {

    private static final Set<Account> OWN_AFFAIR = Set.of(
            Account.FirmAccount.DISPUTE_FEE, Account.FirmAccount.CHARGEBACK_LOSS, Account.FirmAccount.OTHER_LOSS);

    public JournalEntry {
        transfers = List.copyOf(transfers);
        boolean mayBeOfNothing =
                cause instanceof EntryCause.InvoiceVoided || cause instanceof EntryCause.InvoiceCredited;
        if (amount.isNegative() || (amount.isZero() && !mayBeOfNothing)) {
            throw new IllegalArgumentException(
                    "an entry moves something, but for the void of an invoice, or the release of time, over nothing");
        }
        for (Transfer transfer : transfers) {
            if (!transfer.amount().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                throw new IllegalArgumentException("an entry has one currency");
            }
        }
    }

    /**
     * As its client may see it: without fees, losses, what goes into suspense, and what a processor takes from the firm and puts back, from
     * which losses could be told. Empty where it is about nothing else.
     */
    public Optional<JournalEntry> forClient() {
        if (cause instanceof EntryCause.MoneySuspended || isBetweenFirmAndProcessor()) {
            return Optional.empty();
        }
        List<Transfer> seen =
                transfers.stream().filter(transfer -> !isOwnAffair(transfer)).toList();
        if (seen.size() == transfers.size()) {
            return Optional.of(this);
        }
        Money hidden = transfers.stream()
                .filter(JournalEntry::isOwnAffair)
                .map(Transfer::amount)
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalEntry(id, of, cause, amount.minus(hidden), on, seen, recorded));
    }

    private boolean isBetweenFirmAndProcessor() {
        return cause instanceof EntryCause.Disputed disputed
                && (disputed.act() == EntryCause.Act.DISPUTE_WITHDRAWN
                        || disputed.act() == EntryCause.Act.DISPUTE_REINSTATED);
    }

    private static boolean isOwnAffair(Transfer transfer) {
        return OWN_AFFAIR.contains(transfer.debit()) || OWN_AFFAIR.contains(transfer.credit());
    }

    /** Whose money it is. */
    public record Parties(FirmId firm, ClientId client) {}

    /** Who recorded it, when, and by which decision. */
    public record Recorded(PersonId by, Instant at, DecisionId decision) {}
}
