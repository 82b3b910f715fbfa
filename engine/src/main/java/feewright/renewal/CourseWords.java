package feewright.renewal;

import feewright.engagement.EngagementId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of an ending or a pause: why, which stays inside, and what the client is told; null for nothing. */
public record CourseWords(
        @Nullable Content reason, @Nullable Content clientNote) {

    /** Nothing is said. */
    public static final CourseWords NONE = new CourseWords(null, null);

    private static final String ENDING = "ending";

    /** Those of the ending of an engagement, out of all its texts. */
    public static CourseWords ofEnding(EngagementId engagement, Map<ContentKey, Content> texts) {
        return of(engagement, ENDING, texts);
    }

    /** Those of a pause, counted from 1. */
    public static CourseWords ofPause(EngagementId engagement, int number, Map<ContentKey, Content> texts) {
        return of(engagement, pause(number), texts);
    }

    Map<ContentKey, Content> underEnding(EngagementId engagement) {
        return under(engagement, ENDING);
    }

    Map<ContentKey, Content> underPause(EngagementId engagement, int number) {
        return under(engagement, pause(number));
    }

    private static CourseWords of(EngagementId engagement, String step, Map<ContentKey, Content> texts) {
        return new CourseWords(texts.get(reason(engagement, step)), texts.get(clientNote(engagement, step)));
    }

    private Map<ContentKey, Content> under(EngagementId engagement, String step) {
        Map<ContentKey, Content> words = new HashMap<>();
        if (reason != null) {
            words.put(reason(engagement, step), reason);
        }
        if (clientNote != null) {
            words.put(clientNote(engagement, step), clientNote);
        }
        return words;
    }

    private static String pause(int number) {
        return "pause-" + number;
    }

    private static ContentKey reason(EngagementId engagement, String step) {
        return ContentKey.of(engagement, ContentKey.REASON + "@" + step);
    }

    private static ContentKey clientNote(EngagementId engagement, String step) {
        return ContentKey.of(engagement, ContentKey.CLIENT_NOTE + "@" + step);
    }
}
