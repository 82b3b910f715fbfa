package feewright.dispute;

import feewright.invoice.InvoiceId;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: disputes and what was told of them. Whoever adds to them has the invoice's account locked. */
public interface Disputes {

    /** Keeps a dispute, without events yet. Fails with ConcurrentChange where the processor's name of it is known. */
    void open(Dispute dispute);

    /** Keeps an event of a dispute, without standings yet. Fails with ConcurrentChange where it was kept before. */
    void tell(Dispute dispute, DisputeEvent event);

    /** Keeps a further standing of an event, by its number. */
    void stand(Dispute dispute, int event, DisputeEvent.Judgement standing);

    /** Moves a dispute on to its course: a cursor, which its events could rebuild. */
    void move(Dispute dispute);

    Optional<Dispute> find(FirmId firm, DisputeId dispute);

    Optional<Dispute> find(FirmId firm, Dispute.Reference reference);

    /** All disputes of a payment, in no order. */
    List<Dispute> of(FirmId firm, JournalEntryId payment);

    /** By the end of the time to answer, soonest first, those without one last; then by id ascending. */
    List<Dispute> page(FirmId firm, DisputeFilter filter, int limit);

    /** What to look for; null means any. {@code after}: what comes after this dispute in the order. */
    record DisputeFilter(
            @Nullable DisputeId after,
            @Nullable ClientId client,
            @Nullable InvoiceId invoice,
            @Nullable DisputeState state,
            @Nullable Boolean open) {

        public static final DisputeFilter ANY = new DisputeFilter(null, null, null, null, null);
    }
}
