package feewright.dispute;

import feewright.invoice.InvoiceId;
import feewright.ledger.DisputeId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;

/** A dispute of a payment, with everything that was told of it as it was received, and how it stands by that. */
public record Dispute(
        DisputeId id,
        Subject of,
        Reference reference,
        Instant recordedAt,
        List<DisputeEvent> events,
        DisputeSummary course) {

    public Dispute {
        events = List.copyOf(events);
    }

    /** Whose payment of which invoice. */
    public record Subject(FirmId firm, ClientId client, InvoiceId invoice, JournalEntryId payment) {}

    /** The processor's code and its name of the dispute. */
    public record Reference(String processor, String name) {}

    /** The events in the order in which they happened. */
    public List<DisputeEvent> asHappened() {
        return events.stream().sorted(DisputeEvent.AS_HAPPENED).toList();
    }

    Dispute with(List<DisputeEvent> told, DisputeSummary then) {
        return new Dispute(id, of, reference, recordedAt, told, then);
    }
}
