package feewright.api.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value that JSON writes as a string, from a string only. {@code read} gives null for text that it cannot be. */
final class TextReader<T> extends StdScalarDeserializer<T> {

    private final Class<T> type;
    private final Function<String, @Nullable T> read;

    TextReader(Class<T> type, Function<String, @Nullable T> read) {
        super(type);
        this.type = type;
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        String text = parser.getString();
        if (!Texts.isStorable(text)) {
            throw new UnreadableText(parser, "text-not-unicode");
        }
        T value = read.apply(text);
        if (value == null) {
            throw new UnreadableText(parser, Texts.codeOf(type));
        }
        return value;
    }
}
