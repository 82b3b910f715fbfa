package feewright.api.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import feewright.api.json.MoneyJson;
import feewright.webhook.OutgoingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event as receivers and lists see it. The same event is the same bytes each time: it is made of what is kept, in one order. */
@JsonPropertyOrder({"id", "type", "timestamp", "firm_id", "livemode", "data"})
record EventBody(UUID id, String type, Instant timestamp, UUID firmId, boolean livemode, Data data) {

    /**
     * {@code ids} name the thing and what else the event is about, such as {@code invoice_id}; {@code codes} are the words of the
     * audit trail.
     */
    @JsonPropertyOrder({"object", "ids", "amount", "codes"})
    record Data(
            String object, Map<String, UUID> ids, @Nullable MoneyJson amount, List<String> codes) {

        Data {
            ids = new TreeMap<>(ids);
            codes = List.copyOf(codes);
        }
    }

    static EventBody of(OutgoingEvent event) {
        OutgoingEvent.About about = event.about();
        Map<String, UUID> ids = new TreeMap<>();
        about.references().forEach((kind, id) -> ids.put(name(kind), id));
        if (about.client() != null) {
            ids.put(name("client"), about.client());
        }
        ids.put(name(about.kind()), about.id());
        return new EventBody(
                event.id().value(),
                event.type().code(),
                event.at(),
                event.firm().value(),
                event.live(),
                new Data(
                        about.kind(),
                        ids,
                        event.amount() == null ? null : MoneyJson.of(event.amount()),
                        about.words()));
    }

    byte[] bytes(JsonMapper json) {
        return json.writeValueAsBytes(this);
    }

    private static String name(String kind) {
        return kind.replace('-', '_') + "_id";
    }
}
