package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.invoice.InvoiceId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: refunds through processors and what was said of them. Whoever adds to them has the account of their invoice locked. */
public interface Refunds {

    /** Keeps a refund with its first event. Fails with ConcurrentChange where the firm has one of the same reference. */
    void add(Refund refund);

    /** Keeps an event of a refund. Fails with ConcurrentChange where it has one of this number, or its reference is another's. */
    void tell(Refund refund, RefundEvent event);

    /** Those of the refunds that the firm has, with all their events, by id. */
    List<Refund> some(FirmId firm, Collection<RefundId> refunds);

    /** The refund that a processor calls so. */
    Optional<Refund> ofReference(FirmId firm, String reference);

    /** Those of an attempt's payment, by id. */
    List<Refund> ofAttempt(FirmId firm, AttemptId attempt);

    /** By id descending (newest first). */
    List<Refund> page(FirmId firm, RefundFilter filter, int limit);

    /** What to look for; null means any. */
    record RefundFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable InvoiceId invoice,
            @Nullable RefundState state) {}
}
