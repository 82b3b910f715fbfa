package feewright.stripe;

import com.stripe.Stripe;
import feewright.processor.EventMeaning;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an event means, read field by field: the library's own classes break on an event without a version, and quietly
 * lose fields of one of another version.
 */
final class Interpretation {

    /** By the type of the event, what reads the object in it. */
    private static final Map<String, Function<JsonView, EventMeaning>> READERS = readers();

    private Interpretation() {}

    static EventMeaning of(String body) {
        JsonView event = JsonView.parse(body).orElse(null);
        if (event == null) {
            return new EventMeaning.Nothing("body_unreadable");
        }
        Function<JsonView, EventMeaning> reader = READERS.get(String.valueOf(event.text("type")));
        if (reader == null) {
            return new EventMeaning.Nothing("type_unknown");
        }
        if (!isReadable(event.text("api_version"))) {
            return new EventMeaning.Nothing("version_unknown");
        }
        JsonView data = event.object("data");
        JsonView object = data == null ? null : data.object("object");
        return object == null ? new EventMeaning.Nothing("object_unknown") : reader.apply(object);
    }

    private static Map<String, Function<JsonView, EventMeaning>> readers() {
        Map<String, Function<JsonView, EventMeaning>> readers = new HashMap<>(PaymentEvents.readers());
        readers.putAll(RefundEvents.readers());
        readers.putAll(DisputeEvents.readers());
        return Map.copyOf(readers);
    }

    /** Of one release train ("2026-07-29.dahlia"), Stripe keeps the shape of objects; of another, nobody does. */
    private static boolean isReadable(@Nullable String version) {
        return version != null && version.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\." + Stripe.MAJOR_API_VERSION);
    }
}
