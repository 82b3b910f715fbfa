package feewright.report;

import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: engagements with approved, billable time that is on no invoice, at a cost that follows how many they are. */
public interface UnbilledEngagements {

    /** The next after {@code after} (null: the first) in the order of their ids, of a client or (null) of any. */
    List<EngagementId> next(FirmId firm, Place after, int limit);

    /** Where a page begins, and whose engagements. */
    record Place(@Nullable ClientId client, @Nullable EngagementId after) {}
}
