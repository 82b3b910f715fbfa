package feewright.payment;

import feewright.invoice.InvoiceId;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it should have been recorded. What is null is as it was. It is for the invoice, else as a deposit of the client, else for
 * whatever the wrong one was for. {@code allocations}: what of it pays which invoices at once; it is a deposit then.
 */
public record ReplacementPayment(
        @Nullable InvoiceId invoice,
        @Nullable ClientId client,
        Details told,
        boolean duplicate,
        @Nullable List<AllocatePayment.Part> allocations) {

    /** Of which nothing is said of invoices that it pays as a deposit. */
    public ReplacementPayment(@Nullable InvoiceId invoice, @Nullable ClientId client, Details told, boolean duplicate) {
        this(invoice, client, told, duplicate, null);
    }

    public ReplacementPayment allocating(@Nullable List<AllocatePayment.Part> parts) {
        return new ReplacementPayment(invoice, client, told, duplicate, parts);
    }

    /** What is told of the money itself. */
    public record Details(
            @Nullable Money amount,
            EntryCause.@Nullable Method method,
            @Nullable LocalDate on,
            @Nullable CustomerText reference) {}

    /** The invoice that it is for instead of that of the wrong payment; null where it is a deposit. */
    public @Nullable InvoiceId invoiceInsteadOf(JournalEntry wrong) {
        return invoice == null && client == null && allocations == null
                ? received(wrong).invoice()
                : invoice;
    }

    ClientId clientInsteadOf(JournalEntry wrong) {
        return Objects.requireNonNullElse(client, wrong.of().client());
    }

    /** The money, with the reference of the wrong payment (null: it had none) where no other is told. */
    MoneyIn.Received insteadOf(JournalEntry wrong, @Nullable CustomerText reference) {
        return new MoneyIn.Received(
                Objects.requireNonNullElse(told.amount(), wrong.amount()),
                Objects.requireNonNullElse(told.method(), received(wrong).method()),
                Objects.requireNonNullElse(told.on(), wrong.on()),
                told.reference() == null ? reference : told.reference(),
                duplicate);
    }

    /** Every invoice that it is for, or pays as a deposit. */
    Set<InvoiceId> invoices(JournalEntry wrong) {
        Set<InvoiceId> invoices = new HashSet<>();
        Stream.ofNullable(invoiceInsteadOf(wrong)).forEach(invoices::add);
        Stream.ofNullable(allocations).flatMap(List::stream).forEach(part -> invoices.add(part.invoice()));
        return invoices;
    }

    /** Whether it is a deposit of the same client and amount as the wrong one, so that it pays the same invoices. */
    boolean isSameDeposit(JournalEntry wrong) {
        return received(wrong).invoice() == null
                && invoice == null
                && clientInsteadOf(wrong).equals(wrong.of().client())
                && Objects.requireNonNullElse(told.amount(), wrong.amount()).equals(wrong.amount());
    }

    private static EntryCause.PaymentReceived received(JournalEntry payment) {
        return (EntryCause.PaymentReceived) payment.cause();
    }
}
