package feewright.engagement;

import feewright.platform.Coded;
import feewright.platform.PersonId;
import java.time.Instant;

/**
 * That the client signed: by which method, which version of the document (SHA-256 in hex), when, and who recorded it when. The
 * signatory's name is content and kept apart.
 */
public record Signature(Method method, String documentHash, Instant signedAt, PersonId recordedBy, Instant recordedAt) {

    /** How the client signed. */
    public enum Method implements Coded {
        HANDWRITTEN,
        E_SIGNATURE,
        CLICK_THROUGH;
    }

    public static boolean isDocumentHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
