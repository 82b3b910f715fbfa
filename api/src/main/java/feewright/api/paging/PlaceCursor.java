package feewright.api.paging;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A cursor of a list whose order is not that of one id: opaque to callers, the parts of a place to the list. */
public final class PlaceCursor {

    private static final String BETWEEN = "/";

    private PlaceCursor() {}

    /** The cursor of a place. */
    public static String of(String... parts) {
        byte[] text = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** So many parts of a cursor. Refuses with 400 what this list never gave; what the parts mean is for the list to check. */
    public static String[] parts(String cursor, int count) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == count) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new ProblemException(ProblemCode.CURSOR_INVALID);
        }
        throw new ProblemException(ProblemCode.CURSOR_INVALID);
    }

    /** The part as it was read, or 400. */
    public static <T> T known(@Nullable T part) {
        if (part == null) {
            throw new ProblemException(ProblemCode.CURSOR_INVALID);
        }
        return part;
    }
}
