package feewright.ledger;

import feewright.invoice.InvoiceId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that a processor says it moved and no rule lets count (requirement L5), under the entry that it is known by: the payment that it is
 * of, or the entry that put it there. {@code balance} is above zero where money is missing and below where there is too much. Invoice and payment are
 * those that it is about, whatever their currency.
 */
public record SuspenseItem(JournalEntry known, Money balance, Subject of) {

    /** What it is about. */
    public record Subject(
            @Nullable InvoiceId invoice,
            @Nullable JournalEntryId payment,
            @Nullable DisputeId dispute) {}

    public JournalEntryId id() {
        return known.id();
    }

    /** What is missing: at least nothing. */
    public Money missing() {
        return balance.isPositive() ? balance : Money.zero(balance.getCurrencyUnit());
    }

    /** What is there and nobody's: at least nothing. */
    public Money surplus() {
        return balance.isNegative() ? balance.negated() : Money.zero(balance.getCurrencyUnit());
    }
}
