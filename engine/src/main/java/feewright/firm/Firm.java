package feewright.firm;

import feewright.platform.FirmId;
import java.time.ZoneId;

/**
 * A firm as billing knows it. The zone is where its own dates (time entries) are read. Its name is public within the platform. Only
 * a test firm may have a clock of its own; what a firm is in this respect never changes.
 */
public record Firm(FirmId id, String name, ZoneId zone, boolean test) {

    /** A live firm. */
    public Firm(FirmId id, String name, ZoneId zone) {
        this(id, name, zone, false);
    }
}
