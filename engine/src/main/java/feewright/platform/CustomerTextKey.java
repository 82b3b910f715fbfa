package feewright.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a piece of content belongs: the thing, and which of its texts. */
public record CustomerTextKey(UUID subject, String field) {

    /** Why something was done: meant for inside, whatever it is of. */
    public static final String REASON = "reason";
    /** What a client is told of something. */
    public static final String CLIENT_NOTE = "client-note";
    /** What a payment is known by. */
    public static final String REFERENCE = "reference";

    /** What stands on an invoice or a timesheet, or was written to a client. All else is for inside. */
    private static final Set<String> FOR_CLIENTS =
            Set.of("name", "client-name", "line", "description", "signatory", REFERENCE, CLIENT_NOTE);

    /** What follows the kind of a text: the number of a line, a version, or what else tells texts of a kind apart. */
    private static final Pattern WHICH = Pattern.compile("@.*|-[0-9]+$");

    public static CustomerTextKey of(Id subject, String field) {
        return new CustomerTextKey(subject.value(), field);
    }

    /** Why something was done, and what the client is told of it, each where it is said. */
    public static Map<CustomerTextKey, CustomerText> ofAct(
            Id act, @Nullable CustomerText reason, @Nullable CustomerText clientNote) {
        Map<CustomerTextKey, CustomerText> words = new HashMap<>();
        if (reason != null) {
            words.put(of(act, REASON), reason);
        }
        if (clientNote != null) {
            words.put(of(act, CLIENT_NOTE), clientNote);
        }
        return words;
    }

    /** Whether a client may read it, of what it may look at (requirement T2). */
    public boolean isForClient() {
        return FOR_CLIENTS.contains(WHICH.matcher(field).replaceFirst(""));
    }
}
