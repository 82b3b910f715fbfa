package feewright.run;

import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run of a firm's billing: a fact. {@code requestedBy} is null where the schedule started it. */
public record BillingRun(
        FirmId firm, RunId id, RunRequest request, @Nullable PersonId requestedBy, Instant startedAt) {}
