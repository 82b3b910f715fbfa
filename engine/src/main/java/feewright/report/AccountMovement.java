package feewright.report;

import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that touches what a client owes or its credit: the day it belongs to, what made it, and by how much it moved either
 * (negative: down).
 */
public record AccountMovement(Booked booked, Source source, Transfer transfer) {

    /** The day in the books, and the instant at which it was recorded. */
    public record Booked(LocalDate on, Instant at) {}

    /**
     * What made it: a journal entry of a kind, or (kind null) the issue of the invoice that the id names. The invoice and the grant
     * that it moved, and the number of the credit note where it is one.
     */
    public record Source(
            UUID id,
            Ledger.@Nullable EntryKind kind,
            @Nullable Invoiced invoice,
            @Nullable GrantId grant,
            @Nullable InvoiceNumber creditNote) {}

    /** An invoice by its id and its number. */
    public record Invoiced(InvoiceId id, InvoiceNumber number) {}

    /** By how much what the client owes moved. */
    public Money owed() {
        return moved(Account.Receivable.class);
    }

    /** By how much the credit of the client moved: what the firm owes it goes up by what is credited. */
    public Money credit() {
        return moved(Account.ClientCredit.class).negated();
    }

    private Money moved(Class<? extends Account> account) {
        Money none = Money.zero(transfer.amount().getCurrencyUnit());
        Money in = account.isInstance(transfer.debit()) ? transfer.amount() : none;
        Money out = account.isInstance(transfer.credit()) ? transfer.amount() : none;
        return in.minus(out);
    }
}
