package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethodId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: payment attempts and what was said of them. Whoever adds to them has the invoice's collection locked. */
public interface Attempts {

    /**
     * Keeps attempts with their first events, and claims their invoices. Fails with ConcurrentChange, keeping nothing, where an
     * invoice has a live attempt already.
     */
    void add(FirmId firm, List<PaymentAttempt> attempts);

    /**
     * Keeps an event of an attempt, and gives the claim back where it ends the attempt. Fails with ConcurrentChange where the
     * attempt has an event of this number.
     */
    void tell(PaymentAttempt attempt, AttemptEvent event);

    /** Those of the invoices, with all their events, in the order in which they were made. */
    List<PaymentAttempt> of(FirmId firm, Collection<InvoiceId> invoices);

    Optional<PaymentAttempt> find(FirmId firm, AttemptId attempt);

    /** The attempt that brought a payment of the journal. */
    Optional<PaymentAttempt> ofPayment(FirmId firm, JournalEntryId payment);

    /** The attempt whose success a processor calls so. */
    Optional<PaymentAttempt> ofReference(FirmId firm, String reference);

    /** By id descending (newest first). */
    List<PaymentAttempt> page(FirmId firm, AttemptFilter filter, int limit);

    /** How many attempts were made with a method since an instant: card networks limit them. */
    int countSince(FirmId firm, PaymentMethodId method, Instant since);

    /** What to look for; null means any. */
    record AttemptFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable InvoiceId invoice,
            @Nullable AttemptState state) {}
}
