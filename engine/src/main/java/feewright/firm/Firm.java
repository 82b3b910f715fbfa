package feewright.firm;

import java.time.ZoneId;

/** A firm as billing knows it. The zone is where its own dates (time entries) are read. Its name is public within the platform. */
public record Firm(FirmId id, String name, ZoneId zone) {}
