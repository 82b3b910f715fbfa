package feewright.dispute;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: fraud warnings, each once by the processor's name of it. */
public interface FraudWarnings {

    /** Keeps one. Fails with ConcurrentChange where the processor's name of it is known. */
    void add(FraudWarning warning);

    Optional<FraudWarning> find(FirmId firm, Dispute.Reference reference);

    /** By id descending (newest first); null means any. */
    List<FraudWarning> page(FirmId firm, WarningFilter filter, int limit);

    /** What to look for; null means any. */
    record WarningFilter(@Nullable UUID before, @Nullable ClientId client) {}
}
