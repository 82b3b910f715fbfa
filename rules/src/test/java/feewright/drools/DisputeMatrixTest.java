package feewright.drools;

import static feewright.dispute.DisputeState.INQUIRY_CLOSED;
import static feewright.dispute.DisputeState.INQUIRY_NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.INQUIRY_UNDER_REVIEW;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.PREVENTED;
import static feewright.dispute.DisputeState.REOPENED;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeState;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Story;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.rule.Conclusion.Violation;
import feewright.rule.DecisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every event in every state, as docs/dispute-transitions.md shows it. To write the page anew: -Dmatrix.write=true.
 */
class DisputeMatrixTest {

    private static final Path PAGE = Path.of("..", "docs", "dispute-transitions.md");

    /** How a dispute comes into a state: the states that are told one after the other. */
    private static final Map<DisputeState, List<DisputeState>> WAYS = new EnumMap<>(Map.of(
            INQUIRY_NEEDS_RESPONSE, List.of(INQUIRY_NEEDS_RESPONSE),
            INQUIRY_UNDER_REVIEW, List.of(INQUIRY_UNDER_REVIEW),
            INQUIRY_CLOSED, List.of(INQUIRY_CLOSED),
            NEEDS_RESPONSE, List.of(NEEDS_RESPONSE),
            UNDER_REVIEW, List.of(UNDER_REVIEW),
            PREVENTED, List.of(PREVENTED),
            WON, List.of(WON),
            LOST, List.of(LOST),
            REOPENED, List.of(WON, NEEDS_RESPONSE)));

    @Test
    void the_page_shows_what_becomes_of_every_event_in_every_state_D1() throws IOException {
        String matrix = page();
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(PAGE, matrix);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(matrix);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
            # What becomes of a dispute

            What the core rules let every event do in every state (requirement D1).

            - A row is an event: its kind, and the state that it carries.
            - A column is the state of the dispute before the event. It follows from the events that *happened* before, whenever they arrived. `-` means that
              there was none.
            - A cell is the state after the event.
            - A cell that is empty, or names rules, is a step that is not permitted. It names the rules that forbid it. The event is recorded and has no effect.
            - No event carries `reopened`. That state only follows from what happened before.

            `DisputeMatrixTest` prints and compares this page.

            """);
        page.append("| event | carries | - |");
        Arrays.stream(DisputeState.values())
                .forEach(state -> page.append(' ').append(state.code()).append(" |"));
        page.append("\n| --- | --- | --- |").append(" --- |".repeat(DisputeState.values().length));
        for (Kind kind : Kind.values()) {
            for (DisputeState carries : DisputeState.values()) {
                if (carries != REOPENED) {
                    page.append('\n').append(row(kind, carries));
                }
            }
        }
        return page.append('\n').toString();
    }

    private static String row(Kind kind, DisputeState carries) {
        Stream<String> cells = Stream.concat(
                Stream.of(cell(List.of(), kind, carries)),
                Arrays.stream(DisputeState.values())
                        .map(was -> cell(WAYS.getOrDefault(was, List.of()), kind, carries)));
        return "| " + kind.code() + " | " + carries.code() + " | " + cells.collect(Collectors.joining(" | ")) + " |";
    }

    private static String cell(List<DisputeState> way, Kind kind, DisputeState carries) {
        Disputing disputing = Disputing.open(Office.open(MemoryPorts.empty(), DisputeRules.inForce()));
        Story story = story("d", disputing.paid("100.00", "100.00"), "100.00");
        for (int second = 0; second < way.size(); second++) {
            disputing.tell(story.at(second, Kind.UPDATED, way.get(second)));
        }
        disputing.tell(story.at(way.size(), kind, carries));
        Dispute dispute = disputing.dispute("d").orElseThrow();
        DisputeEvent event = dispute.events().getLast();
        DisputeState state = dispute.course().state();
        return event.isApplied() && state != null ? state.code() : forbidden(disputing.office(), event);
    }

    private static String forbidden(Office office, DisputeEvent event) {
        DecisionId decision = event.latest().orElseThrow().decision();
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.decisions().find(office.firm, decision))
                .orElseThrow()
                .verdict()
                .violations()
                .stream()
                .map(Violation::code)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
