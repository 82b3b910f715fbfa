package feewright.run;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the engagements that runs leave alone, until they are retried or billed by hand (requirement P3). */
public interface BillingFailures {

    /** Sets engagements aside. The latest reason replaces an older one. */
    void add(FirmId firm, List<BillingFailure> engagements);

    /** Gives engagements back to the runs. */
    void release(FirmId firm, Collection<EngagementId> engagements);

    /** Which of these are set aside. */
    Set<EngagementId> among(FirmId firm, Collection<EngagementId> engagements);

    /** By engagement id descending, before {@code before}, at most {@code limit}. */
    List<BillingFailure> page(FirmId firm, @Nullable UUID before, int limit);
}
