package feewright.firm;

import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person of one firm, with the role that rate cards price. Name and e-mail are content and kept apart. */
public record Person(FirmId firm, PersonId id, @Nullable BillingRole role, Instant registeredAt) {}
