package feewright.dispute;

import feewright.platform.Coded;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a processor told of a dispute in one of its events, under its own name of the event: a fact, numbered from 1 as received.
 * {@code standings} say whether it counts, the latest last: what was told later may change that.
 */
public record DisputeEvent(
        int number, String name, Kind kind, Details told, Instant receivedAt, List<Judgement> standings) {

    /** The order in which events happened, whatever the order in which they came: the same for every set of events. */
    static final Comparator<DisputeEvent> AS_HAPPENED = Comparator.comparing(
                    (DisputeEvent event) -> event.told().happenedAt())
            .thenComparing(DisputeEvent::kind)
            .thenComparing(event -> event.told().status())
            .thenComparing(DisputeEvent::name);

    public DisputeEvent {
        standings = List.copyOf(standings);
    }

    /** What kind of event. In the same second, the earlier kind happened first. */
    public enum Kind implements Coded {
        OPENED,
        UPDATED,
        FUNDS_WITHDRAWN,
        CLOSED,
        FUNDS_REINSTATED;
    }

    /**
     * The dispute as the event shows it: its state, what it claims of the payment, the processor's code of the reason, until when an
     * answer is taken, and everything that was moved so far.
     */
    public record Details(
            DisputeState status,
            Money claimed,
            @Nullable String reason,
            @Nullable Instant respondBy,
            Instant happenedAt,
            List<DisputeMovement> movements) {

        public Details {
            movements = List.copyOf(movements);
            if (status == DisputeState.REOPENED) {
                throw new IllegalArgumentException("no processor says reopened");
            }
            if (claimed.isNegative()) {
                throw new IllegalArgumentException("a dispute claims no less than nothing");
            }
        }
    }

    /** The dispute as an event shows it, before it is said when that was. */
    public record UndatedDetails(
            DisputeState status,
            Money claimed,
            @Nullable String reason,
            @Nullable Instant respondBy,
            List<DisputeMovement> movements) {

        public UndatedDetails {
            movements = List.copyOf(movements);
        }

        public Details at(Instant happenedAt) {
            return new Details(status, claimed, reason, respondBy, happenedAt, movements);
        }
    }

    /** Whether it counts, by a decision. */
    public record Judgement(int number, boolean applied, DecisionId decision, Instant at) {}

    public Optional<Judgement> latest() {
        return standings.isEmpty() ? Optional.empty() : Optional.of(standings.getLast());
    }

    /** Whether it counts by its latest standing. */
    public boolean isApplied() {
        return latest().filter(Judgement::applied).isPresent();
    }
}
