package feewright.processor;

import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/**
 * The bodies of the simulated processor's events: text that lands, is kept and is read later as any processor's is. A line for each
 * thing that is said; the first word says what.
 */
public final class SimulatedEventBody {

    private static final String NONE = "-";
    private static final String DISPUTE = "dispute";
    private static final String WARNING = "fraud-warning";

    private SimulatedEventBody() {}

    static String of(EventMeaning.DisputeUpdated says) {
        UndatedDetails shown = says.shown();
        List<String> lines = new ArrayList<>(List.of(
                String.join(
                        " ",
                        DISPUTE,
                        says.dispute(),
                        says.payment(),
                        says.kind().code()),
                shown.status().code(),
                shown.claimed().toString(),
                shown.reason() == null ? NONE : shown.reason(),
                shown.respondBy() == null ? NONE : shown.respondBy().toString()));
        shown.movements()
                .forEach(movement -> lines.add(movement.reference() + "/" + movement.amount() + "/" + movement.fee()));
        return String.join("\n", lines);
    }

    static String of(EventMeaning.FraudWarned warns) {
        return String.join(
                " ", WARNING, warns.warning(), warns.payment(), warns.kind(), String.valueOf(warns.actionable()));
    }

    /** What a body means. */
    public static EventMeaning read(String body) {
        List<String> lines = body.lines().toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        try {
            if (first.length == 5 && first[0].equals(WARNING)) {
                return new EventMeaning.FraudWarned(first[1], first[2], first[3], Boolean.parseBoolean(first[4]));
            }
            return first.length == 4 && first[0].equals(DISPUTE)
                    ? new EventMeaning.DisputeUpdated(first[1], first[2], kind(first[3]), shown(lines))
                    : new EventMeaning.Nothing("type_unknown");
        } catch (RuntimeException _) {
            return new EventMeaning.Nothing("body_unreadable");
        }
    }

    private static UndatedDetails shown(List<String> lines) {
        return new UndatedDetails(
                DisputeState.valueOf(lines.get(1).toUpperCase(Locale.ROOT)),
                Money.parse(lines.get(2)),
                lines.get(3).equals(NONE) ? null : lines.get(3),
                lines.get(4).equals(NONE) ? null : Instant.parse(lines.get(4)),
                lines.stream().skip(5).map(SimulatedEventBody::movement).toList());
    }

    private static DisputeMovement movement(String line) {
        String[] parts = line.split("/", -1);
        return new DisputeMovement(parts[0], Money.parse(parts[1]), Money.parse(parts[2]));
    }

    private static Kind kind(String code) {
        return Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
