package feewright.time;

import feewright.platform.Coded;
import feewright.platform.PersonId;
import java.time.Instant;

/** That somebody approved a version, for which side. */
public record Approval(Side side, PersonId by, Instant at) {

    /** Whose approval it is. */
    public enum Side implements Coded {
        FIRM,
        CLIENT;
    }
}
