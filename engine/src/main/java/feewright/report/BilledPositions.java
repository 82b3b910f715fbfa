package feewright.report;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: the cursors of all signed engagements, beside what they follow from. */
public interface BilledPositions {

    /** The next after {@code after} (null: the first) in the order of their ids. */
    List<BilledPosition> next(FirmId firm, @Nullable EngagementId after, int limit);
}
