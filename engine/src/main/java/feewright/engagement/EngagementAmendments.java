package feewright.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a signed engagement, in facts of their own beside terms that never change: the day before which it ended early
 * (null: it did not), and its pauses, oldest first.
 */
public record EngagementAmendments(@Nullable LocalDate endedOn, List<Pause> pauses) {

    /** Nothing happened but the signature. */
    public static final EngagementAmendments AS_SIGNED = new EngagementAmendments(null, List.of());

    public EngagementAmendments {
        pauses = List.copyOf(pauses);
    }

    /** The latest pause, open or over. */
    public Optional<Pause> latestPause() {
        return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.getLast());
    }

    /** The pause that nobody has resumed yet. */
    public Optional<Pause> openPause() {
        return latestPause().filter(Pause::isOpen);
    }

    EngagementAmendments ended(LocalDate on) {
        if (endedOn != null) {
            throw new IllegalStateException("an engagement ends once");
        }
        return new EngagementAmendments(on, pauses);
    }

    EngagementAmendments paused(LocalDate firstDay) {
        Pause pause = new Pause(firstDay, null);
        return new EngagementAmendments(
                endedOn, Stream.concat(pauses.stream(), Stream.of(pause)).toList());
    }

    EngagementAmendments resumed(LocalDate on) {
        Pause open = openPause().orElseThrow();
        Stream<Pause> before = pauses.stream().limit(pauses.size() - 1L);
        return new EngagementAmendments(
                endedOn,
                Stream.concat(before, Stream.of(new Pause(open.firstDay(), on))).toList());
    }
}
