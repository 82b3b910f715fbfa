package feewright.amendment;

import feewright.engagement.EngagementId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of an ending or a pause: why, which stays inside, and what the client is told; null for nothing. */
public record AmendmentTexts(
        @Nullable CustomerText reason, @Nullable CustomerText clientNote) {

    /** Nothing is said. */
    public static final AmendmentTexts NONE = new AmendmentTexts(null, null);

    private static final String ENDING = "ending";

    /** Those of the ending of an engagement, out of all its texts. */
    public static AmendmentTexts ofEnding(EngagementId engagement, Map<CustomerTextKey, CustomerText> texts) {
        return of(engagement, ENDING, texts);
    }

    /** Those of a pause, counted from 1. */
    public static AmendmentTexts ofPause(
            EngagementId engagement, int number, Map<CustomerTextKey, CustomerText> texts) {
        return of(engagement, pause(number), texts);
    }

    Map<CustomerTextKey, CustomerText> underEnding(EngagementId engagement) {
        return under(engagement, ENDING);
    }

    Map<CustomerTextKey, CustomerText> underPause(EngagementId engagement, int number) {
        return under(engagement, pause(number));
    }

    private static AmendmentTexts of(EngagementId engagement, String step, Map<CustomerTextKey, CustomerText> texts) {
        return new AmendmentTexts(texts.get(reason(engagement, step)), texts.get(clientNote(engagement, step)));
    }

    private Map<CustomerTextKey, CustomerText> under(EngagementId engagement, String step) {
        Map<CustomerTextKey, CustomerText> words = new HashMap<>();
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

    private static CustomerTextKey reason(EngagementId engagement, String step) {
        return CustomerTextKey.of(engagement, CustomerTextKey.REASON + "@" + step);
    }

    private static CustomerTextKey clientNote(EngagementId engagement, String step) {
        return CustomerTextKey.of(engagement, CustomerTextKey.CLIENT_NOTE + "@" + step);
    }
}
