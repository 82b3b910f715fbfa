package feewright.firm;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;

/** A client of one firm. Its name is content and kept apart. */
public record Client(FirmId firm, ClientId id, Instant registeredAt) {}
