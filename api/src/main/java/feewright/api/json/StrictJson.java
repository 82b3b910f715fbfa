package feewright.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one JSON mapper. Unknown fields, doubled keys, numbers in strings, strings in numbers, trailing text, deep nesting and
 * text that no database can store are refused (requirements W1, W3); nothing is coerced.
 */
public final class StrictJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_NAME = 100;

    private StrictJson() {}

    /** A new mapper; it is immutable and meant to be shared. */
    public static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("feewright-strict")
                        .addDeserializer(String.class, new TextReader<>(String.class, text -> text))
                        .addDeserializer(UUID.class, new TextReader<>(UUID.class, Texts::uuid))
                        .addDeserializer(LocalDate.class, new TextReader<>(LocalDate.class, Texts::date))
                        .addDeserializer(Instant.class, new TextReader<>(Instant.class, Texts::instant)))
                .build();
    }
}
