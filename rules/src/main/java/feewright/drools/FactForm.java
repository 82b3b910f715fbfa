package feewright.drools;

import feewright.platform.Id;
import feewright.rule.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fills in a fact record from the fields of a scenario. Ids are any short names: the same name is the same id. */
final class FactForm {

    private FactForm() {}

    /** A field that does not fit, in words for the author. */
    static final class FieldMismatch extends Exception {
        FieldMismatch(String whatToDo) {
            super(whatToDo);
        }
    }

    static Fact fill(Class<?> type, Map<String, JsonNode> fields) throws FieldMismatch {
        Map<String, JsonNode> left = new HashMap<>(fields);
        List<@Nullable Object> values = new ArrayList<>();
        RecordComponent[] components = Optional.ofNullable(type.getRecordComponents())
                .orElseThrow(() -> new FieldMismatch("name a kind of line"));
        for (RecordComponent component : components) {
            values.add(value(component, left.remove(component.getName())));
        }
        if (!left.isEmpty()) {
            throw new FieldMismatch("take out what %s has no field for: %s; it has %s"
                    .formatted(
                            type.getSimpleName(),
                            left.keySet(),
                            Arrays.stream(components)
                                    .map(RecordComponent::getName)
                                    .toList()));
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (Fact) type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new FieldMismatch("give " + type.getSimpleName() + " values that it takes");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact is a public record", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable JsonNode node) throws FieldMismatch {
        if (node == null || node.isNull()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw new FieldMismatch("give a value to " + component.getName());
        }
        try {
            return value(component.getType(), node);
        } catch (RuntimeException | ReflectiveOperationException e) {
            throw new FieldMismatch(
                    "give " + component.getName() + " a " + component.getType().getSimpleName());
        }
    }

    private static Object value(Class<?> type, JsonNode node) throws ReflectiveOperationException {
        if (type == boolean.class) {
            return node.booleanValue();
        }
        if (type == int.class) {
            return node.intValue();
        }
        if (type == long.class) {
            return node.longValue();
        }
        if (type == Set.class) {
            return node.valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
        }
        String text = node.asString();
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow();
        }
        if (Id.class.isAssignableFrom(type)) {
            UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            return type.getDeclaredConstructor(UUID.class).newInstance(id);
        }
        throw new IllegalStateException("no fact has a field of this type");
    }
}
