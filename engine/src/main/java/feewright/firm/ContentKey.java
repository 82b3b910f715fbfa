package feewright.firm;

import java.util.UUID;

/** Where a piece of content belongs: the thing, and which of its texts. */
public record ContentKey(UUID subject, String field) {

    public static ContentKey of(Id subject, String field) {
        return new ContentKey(subject.value(), field);
    }
}
