package feewright.time;

import feewright.firm.PersonId;
import java.time.Instant;
import java.util.Locale;

/** That somebody approved a version, for which side. */
public record Approval(Side side, PersonId by, Instant at) {

    /** Whose approval it is. */
    public enum Side {
        FIRM,
        CLIENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
