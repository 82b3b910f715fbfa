package feewright.receivable;

import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.firm.PersonId;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * Something that happened to the money of a client, with the transfers that it made. A fact: an undo is another entry.
 * {@code amount} is what the occasion was about; {@code on} the day it belongs to in the books.
 */
public record JournalEntry(
        JournalEntryId id,
        Of of,
        Occasion occasion,
        Money amount,
        LocalDate on,
        List<Transfer> transfers,
        Recorded recorded) {

    public JournalEntry {
        transfers = List.copyOf(transfers);
        boolean isOfNothing = amount.isZero() && occasion instanceof Occasion.InvoiceVoided;
        if (!amount.isPositive() && !isOfNothing) {
            throw new IllegalArgumentException("an entry moves something, but for the void of an invoice over nothing");
        }
        for (Transfer transfer : transfers) {
            if (!transfer.amount().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                throw new IllegalArgumentException("an entry has one currency");
            }
        }
    }

    /** Whose money it is. */
    public record Of(FirmId firm, ClientId client) {}

    /** Who recorded it, when, and by which decision. */
    public record Recorded(PersonId by, Instant at, DecisionId decision) {}
}
