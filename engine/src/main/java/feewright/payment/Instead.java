package feewright.payment;

import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.invoice.InvoiceId;
import feewright.receivable.JournalEntry;
import feewright.receivable.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it should have been recorded. What is null is as it was. It is for the invoice, else as a deposit of the client, else for
 * whatever the wrong one was for.
 */
public record Instead(@Nullable InvoiceId invoice, @Nullable ClientId client, Told told, boolean duplicate) {

    /** What is told of the money itself. */
    public record Told(
            @Nullable Money amount,
            Occasion.@Nullable Method method,
            @Nullable LocalDate on,
            @Nullable Content reference) {}

    /** The invoice that it is for instead of that of the wrong payment; null where it is a deposit. */
    public @Nullable InvoiceId invoiceInsteadOf(JournalEntry wrong) {
        return invoice == null && client == null ? received(wrong).invoice() : invoice;
    }

    ClientId clientInsteadOf(JournalEntry wrong) {
        return Objects.requireNonNullElse(client, wrong.of().client());
    }

    /** The money, with the reference of the wrong payment (null: it had none) where no other is told. */
    MoneyIn.Received insteadOf(JournalEntry wrong, @Nullable Content reference) {
        return new MoneyIn.Received(
                Objects.requireNonNullElse(told.amount(), wrong.amount()),
                Objects.requireNonNullElse(told.method(), received(wrong).method()),
                Objects.requireNonNullElse(told.on(), wrong.on()),
                told.reference() == null ? reference : told.reference(),
                duplicate);
    }

    private static Occasion.PaymentReceived received(JournalEntry payment) {
        return (Occasion.PaymentReceived) payment.occasion();
    }
}
