package feewright.api.dispute;

import feewright.api.json.MoneyJson;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeMovement;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute with everything that was told of it, in the order in which it was received; {@code as_happened} has the numbers of the
 * events in the order in which they happened, which is the one that counts. And the entries that it made.
 */
public record DisputeCaseView(
        DisputeView dispute, List<DisputeEventView> events, List<Integer> asHappened, List<DisputeEntryView> entries) {

    /** {@code refused_by} are the codes of the rules that forbid it; none where just no rule permits it. */
    record DisputeEventView(
            int number,
            String name,
            String kind,
            String status,
            MoneyJson claimed,
            @Nullable String reason,
            @Nullable Instant respondBy,
            List<DisputeMovementView> movements,
            Instant happenedAt,
            Instant receivedAt,
            boolean applied,
            @Nullable UUID decisionId,
            List<String> refusedBy) {

        static DisputeEventView of(DisputeEvent event, List<String> refusedBy) {
            DisputeEvent.Details told = event.told();
            return new DisputeEventView(
                    event.number(),
                    event.name(),
                    event.kind().code(),
                    told.status().code(),
                    MoneyJson.of(told.claimed()),
                    told.reason(),
                    told.respondBy(),
                    told.movements().stream().map(DisputeMovementView::of).toList(),
                    told.happenedAt(),
                    event.receivedAt(),
                    event.isApplied(),
                    event.latest().map(standing -> standing.decision().value()).orElse(null),
                    refusedBy);
        }
    }

    /** What a processor says it moved: below zero where it took money; a fee below zero was given back. */
    record DisputeMovementView(String reference, MoneyJson amount, MoneyJson fee) {

        static DisputeMovementView of(DisputeMovement movement) {
            return new DisputeMovementView(
                    movement.reference(), MoneyJson.of(movement.amount()), MoneyJson.of(movement.fee()));
        }
    }

    /** An entry of the journal, without its transfers. */
    record DisputeEntryView(UUID id, String kind, MoneyJson amount, LocalDate bookedOn) {

        static DisputeEntryView of(JournalEntry entry) {
            return new DisputeEntryView(
                    entry.id().value(),
                    Ledger.EntryKind.of(entry.cause()).code(),
                    MoneyJson.of(entry.amount()),
                    entry.on());
        }
    }

    static DisputeCaseView of(Dispute dispute, List<DisputeEventView> events, List<JournalEntry> entries) {
        return new DisputeCaseView(
                DisputeView.of(dispute),
                events,
                dispute.asHappened().stream().map(DisputeEvent::number).toList(),
                entries.stream().map(DisputeEntryView::of).toList());
    }
}
