package feewright.run;

import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Port: finds what is due from cursors, at a cost that follows what is due. */
public interface DueWork {

    /** The zones in which the firm's signed engagements are billed. */
    Set<ZoneId> zones(FirmId firm);

    /** How many engagements are due in each of the {@link Slice#BUCKETS} buckets, in their order. */
    List<Long> countByBucket(FirmId firm, DueFilter filter);

    /** Due engagements by id ascending, at most {@code limit}. */
    List<EngagementId> next(FirmId firm, DueFilter filter, int limit);
}
