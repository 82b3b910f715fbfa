package feewright.api.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Values for parameters and bodies, by the schema and the name: mostly such as fit, of ids that were seen; at times one that is
 * hostile. The same source of chance gives the same values.
 */
final class FuzzValues {

    private static final int DEEPEST = 6;
    private static final int MOST_IDS = 40;

    private final JsonNode document;
    private final Random random;
    private final Map<String, List<String>> ids = new HashMap<>();

    FuzzValues(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    UUID key() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Remembers the ids of an answer: what it shows by the kind of its address, and what it names by the name. */
    void learn(String kind, JsonNode answer) {
        answer.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isString() && property.getKey().equals("id")) {
                remember(kind, value.asString());
            } else if (value.isString() && property.getKey().endsWith("_id")) {
                remember(kindOf(property.getKey()), value.asString());
            }
            learn(kind, value);
        });
        if (answer.isArray()) {
            answer.forEach(item -> learn(kind, item));
        }
    }

    private void remember(String kind, String id) {
        List<String> known = ids.computeIfAbsent(kind, any -> new ArrayList<>());
        if (known.contains(id)) {
            return;
        }
        if (known.size() < MOST_IDS) {
            known.add(id);
        } else {
            known.set(random.nextInt(MOST_IDS), id);
        }
    }

    /** The id of something of this kind, as addresses call it; now and then of another kind, or of nothing. */
    String id(String kind) {
        List<String> known = chance(0.93) ? ids.get(kind) : any(new ArrayList<>(ids.values()));
        return known == null || chance(0.03) ? key().toString() : any(known);
    }

    static String kindOf(String property) {
        return switch (property) {
            case "worker_id", "person_id" -> "people";
            case "entry_id", "time_entry_id" -> "time-entries";
            case "webhook_endpoint_id" -> "webhook-endpoints";
            default -> property.substring(0, property.length() - 3).replace('_', '-') + "s";
        };
    }

    /** A body of this schema. {@code hostile}: how often a value in it is none that fits. */
    String body(JsonNode schema, double hostile) {
        return value("", schema, hostile, 0);
    }

    private String value(String name, JsonNode schema, double hostile, int depth) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
        if (chance(hostile)) {
            return any(FuzzWords.HOSTILE_JSON);
        }
        return switch (resolved.path("type").asString("object")) {
            case "array" -> array(name, resolved, hostile, depth);
            case "integer" -> String.valueOf(integer(name));
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "string" -> '"' + text(name, resolved) + '"';
            default -> object(resolved, hostile, depth);
        };
    }

    private String array(String name, JsonNode schema, double hostile, int depth) {
        List<String> items = new ArrayList<>();
        for (int left = random.nextInt(3); left >= 0 && depth < DEEPEST; left--) {
            items.add(value(name, schema.get("items"), hostile, depth + 1));
        }
        return "[" + String.join(", ", items) + "]";
    }

    private String object(JsonNode schema, double hostile, int depth) {
        List<String> properties = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEEPEST && chance(0.85)) {
                properties.add('"' + property.getKey() + "\": "
                        + value(property.getKey(), property.getValue(), hostile, depth + 1));
            }
        });
        if (chance(hostile)) {
            properties.add("\"no_such_field\": 1");
        }
        return "{" + String.join(", ", properties) + "}";
    }

    private int integer(String name) {
        return switch (name) {
            case "version", "number" -> 1 + random.nextInt(2);
            case "minutes", "included_minutes", "increment_minutes" -> any(List.of(1, 6, 15, 60, 480));
            default -> random.nextInt(40);
        };
    }

    /** For a property or a parameter. */
    String text(String name, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> name.endsWith("_id") ? id(kindOf(name)) : id(name.replace('_', '-'));
            case "booked_on" -> "2026-%02d-%02d".formatted(1 + random.nextInt(6), 1 + random.nextInt(28));
            case "date-time" -> "2026-%02d-01T00:00:00Z".formatted(1 + random.nextInt(4));
            default -> any(FuzzWords.of(name));
        };
    }
}
