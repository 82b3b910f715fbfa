package feewright.api.web;

import feewright.platform.CustomerText;
import org.jspecify.annotations.Nullable;

/** What a client is to read of an act of the firm (requirement T2): optional wherever it is taken, and never blank. */
public final class ClientNote {

    private ClientNote() {}

    /** The note of a body; null where nothing is said. */
    public static @Nullable CustomerText of(Fields fields, @Nullable String sent) {
        return of(fields, sent, "/client_note");
    }

    public static @Nullable CustomerText of(Fields fields, @Nullable String sent, String pointer) {
        return sent == null ? null : fields.words(sent, CustomerText.LONGEST, pointer);
    }
}
