package feewright.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ids, days and instants are written, in bodies and in addresses alike: in one way only. */
public final class Texts {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_TEXT = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT_TEXT = Pattern.compile(
            "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Texts() {}

    /** The UUID in its only form with 36 characters; null otherwise. */
    public static @Nullable UUID uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** The ISO day of the years 1900 to 2199; null otherwise. */
    public static @Nullable LocalDate date(String text) {
        try {
            return DATE_TEXT.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** The RFC 3339 time of the years 1900 to 2199, with an offset, to the microsecond; null otherwise. */
    public static @Nullable Instant instant(String text) {
        try {
            return INSTANT_TEXT.matcher(text).matches()
                    ? OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS)
                    : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** Whether the text is well-formed Unicode without NUL: anything else cannot be stored. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether the bytes are UTF-8, written as it has to be: a character in more bytes than it needs is another way to write a name that
     * is there already. JSON has no other encoding (RFC 8259), and a NUL among the bytes is a sign of one.
     */
    public static boolean isJsonText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(unit -> unit == 0);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    static String codeOf(Class<?> type) {
        return type == UUID.class ? "id-unreadable" : type == LocalDate.class ? "date-unreadable" : "time-unreadable";
    }
}
