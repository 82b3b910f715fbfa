package feewright.run;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: finds what is due from cursors, at a cost that follows what is due. */
public interface DueEngagements {

    /** The zones in which the firm's signed engagements are billed. */
    Set<ZoneId> zones(FirmId firm);

    /** Due engagements after an id (null: from the first) by id ascending, at most {@code limit}. */
    List<EngagementId> next(FirmId firm, DueFilter filter, @Nullable EngagementId after, int limit);
}
