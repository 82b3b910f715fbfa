package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the outbox of collections. Locked rows are passed over by whoever takes what is due, so that instances share the work. */
public interface CollectionCursors {

    /** Opens collections; one that is open already is left as it is. */
    void open(FirmId firm, List<CollectionCursor> collections);

    /** Locks what is due by an instant and nobody else has locked, what is due first at first. */
    List<CollectionCursor> lockDue(FirmId firm, Instant now, int limit);

    /** Locks the collection of an invoice, waiting for whoever has it. */
    Optional<CollectionCursor> lock(FirmId firm, InvoiceId invoice);

    /** Moves locked collections on. */
    void move(FirmId firm, List<CollectionCursor> collections);

    Optional<CollectionCursor> find(FirmId firm, InvoiceId invoice);
}
