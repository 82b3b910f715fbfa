package feewright.webhook;

import feewright.platform.AuditEvent;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a firm's receivers are told: a fact, with ids, codes, amounts and times only. {@code live} is false in a test firm, and where
 * no processor moves real money.
 */
public record OutgoingEvent(
        OutgoingEventId id,
        FirmId firm,
        EventType type,
        About about,
        @Nullable Money amount,
        boolean live,
        Instant at) {

    private static final Pattern REFERENCE =
            Pattern.compile("([a-z]+(?:-[a-z]+)*)-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** The thing that it happened to, the client it concerns (null for none), and the codes as they were audited. */
    public record About(String kind, UUID id, @Nullable UUID client, List<String> codes) {

        public About {
            codes = List.copyOf(codes);
        }

        /** The other things that the codes name, by their kind: {@code entry}, {@code decision}, {@code invoice}. */
        public Map<String, UUID> references() {
            Map<String, UUID> references = new LinkedHashMap<>();
            for (String code : codes) {
                Matcher reference = REFERENCE.matcher(code);
                if (reference.matches()) {
                    references.put(reference.group(1), UUID.fromString(reference.group(2)));
                }
            }
            return references;
        }

        /** The codes that name no other thing. */
        public List<String> words() {
            return codes.stream()
                    .filter(code -> !REFERENCE.matcher(code).matches())
                    .toList();
        }
    }

    /** Tells of an audited act. */
    static OutgoingEvent of(EventType type, AuditEvent act, boolean live) {
        AuditEvent.Target target = act.target();
        return new OutgoingEvent(
                new OutgoingEventId(act.id().value()),
                act.actor().firm(),
                type,
                new About(
                        target.kind(),
                        target.id().value(),
                        target.client() == null ? null : target.client().value(),
                        act.codes()),
                act.amount(),
                live,
                act.at());
    }
}
