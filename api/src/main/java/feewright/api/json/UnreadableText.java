package feewright.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A string that cannot be what its field needs. Carries a code, never the string. */
public final class UnreadableText extends DatabindException {

    private static final long serialVersionUID = 1;

    private final String code;

    UnreadableText(JsonParser parser, String code) {
        super(parser, code);
        this.code = code;
    }

    /** A stable code: {@code date-unreadable}. */
    public String code() {
        return code;
    }
}
