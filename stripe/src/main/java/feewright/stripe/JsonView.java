package feewright.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object of which nothing is expected: what is missing, null or of another type is null. */
record JsonView(JsonObject json) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");

    /** Empty where the text is no JSON object, or is nested deeper than the parser goes. */
    static Optional<JsonView> parse(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() ? Optional.of(new JsonView(parsed.getAsJsonObject())) : Optional.empty();
        } catch (JsonParseException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    @Nullable
    String text(String name) {
        JsonElement value = json.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isString()
                ? value.getAsString()
                : null;
    }

    @Nullable
    Long number(String name) {
        JsonPrimitive value = primitive(name);
        return (value != null
                        && value.isNumber()
                        && NUMBER.matcher(value.getAsString()).matches())
                ? Long.valueOf(value.getAsString())
                : null;
    }

    @Nullable
    Boolean flag(String name) {
        JsonPrimitive value = primitive(name);
        return (value != null && value.isBoolean()) ? Boolean.valueOf(value.getAsBoolean()) : null;
    }

    @Nullable
    JsonView object(String name) {
        JsonElement value = json.get(name);
        return (value != null && value.isJsonObject()) ? new JsonView(value.getAsJsonObject()) : null;
    }

    /** The objects of a list; null where it is no list, or lists anything else. */
    @Nullable
    List<JsonView> objects(String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonArray()) {
            return null;
        }
        List<JsonView> objects = new ArrayList<>();
        for (JsonElement element : value.getAsJsonArray()) {
            if (!element.isJsonObject()) {
                return null;
            }
            objects.add(new JsonView(element.getAsJsonObject()));
        }
        return objects;
    }

    private @Nullable JsonPrimitive primitive(String name) {
        JsonElement value = json.get(name);
        return (value != null && value.isJsonPrimitive()) ? value.getAsJsonPrimitive() : null;
    }
}
