package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.platform.Id;
import feewright.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The list of facts for rule authors is made of what rules are given; {@code -Dfacts.write=true} writes it anew. */
class FactsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "rule-facts.md");

    @Test
    void every_fact_with_every_field_and_every_name_in_scenarios_is_listed() throws IOException {
        StringBuilder text = new StringBuilder("""
            # What rules may ask

            The facts of each rule set with their fields, and the names that scenarios can use. Each build compares this list with the code.
            [rule-authors.md](rule-authors.md#what-a-rule-is-asked-about) says which question gives which facts, and how to use them.

            - `?` means that a field may be null.
            - Money is in minor units (cents).
            """);
        for (RuleSet set : RuleSet.values()) {
            text.append("\n## ").append(set.folder()).append("\n\n| fact | fields |\n|---|---|\n");
            for (Class<?> fact : Vocabulary.facts(set)) {
                text.append("| `import %s` | %s |%n".formatted(fact.getCanonicalName(), fields(fact)));
            }
            names(set, text);
        }

        if (Boolean.getBoolean("facts.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(text.toString());
    }

    private static String fields(Class<?> fact) {
        RecordComponent[] components = fact.getRecordComponents();
        return components == null
                ? "any of those named after it; `number`, `currency`"
                : Arrays.stream(components).map(FactsDocumentTest::field).collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`%s` %s%s".formatted(component.getName(), kind(component.getType()), nullable ? "?" : "");
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + constant + "`")
                    .collect(Collectors.joining(" / ", "(", ")"));
        }
        if (Id.class.isAssignableFrom(type)) {
            return "id";
        }
        if (type == LocalDate.class || type == Instant.class) {
            return type == LocalDate.class ? "date" : "instant";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "texts";
        }
        return type == boolean.class
                ? "flag"
                : type.isPrimitive() || Number.class.isAssignableFrom(type) ? "number" : "text";
    }

    private static void names(RuleSet set, StringBuilder text) throws IOException {
        try (InputStream shared =
                FactsDocumentTest.class.getResourceAsStream("/feewright/pack/" + set.folder() + "/facts.yaml")) {
            assertThat(shared).isNotNull();
            JsonNode names = YAMLMapper.shared().readTree(shared);
            text.append("\n| fact in scenarios | is |\n|---|---|\n");
            names.at("/facts")
                    .properties()
                    .forEach(fact -> text.append("| `%s` | %s |%n".formatted(fact.getKey(), is(fact.getValue()))));
            text.append("\n| case | its facts |\n|---|---|\n");
            names.at("/cases")
                    .properties()
                    .forEach(one -> text.append("| `%s` | %s |%n"
                            .formatted(
                                    one.getKey(),
                                    one.getValue()
                                            .valueStream()
                                            .map(name -> "`" + name.asString() + "`")
                                            .collect(Collectors.joining(", ")))));
        }
    }

    private static String is(JsonNode fact) {
        return fact.has("is")
                ? "`" + fact.at("/is").asString() + "`"
                : "like `" + fact.at("/like").asString() + "`";
    }
}
