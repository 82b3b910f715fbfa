package feewright.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names the fields of every schema as the JSON mapper does: the description is made without it. */
@SuppressWarnings({"rawtypes", "unchecked"}) // The library's own model holds raw schemas.
final class SnakeCase {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private SnakeCase() {}

    static void apply(OpenAPI api) {
        api.getComponents().getSchemas().values().forEach(SnakeCase::rename);
    }

    private static void rename(Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            Map<String, Schema> renamed = new LinkedHashMap<>();
            properties.forEach((name, property) -> renamed.put(snakeCase(name), property));
            schema.setProperties(renamed);
            // What is read refuses other fields, and what is written has no others.
            schema.setAdditionalProperties(false);
        }
        List<String> required = schema.getRequired();
        if (required != null) {
            schema.setRequired(
                    required.stream().map(SnakeCase::snakeCase).sorted().toList());
        }
    }

    private static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
