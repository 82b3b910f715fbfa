package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: reads what is open, at a cost that follows what is open and not what was billed before. */
public interface BillingPositions {

    /** The position of a signed engagement as it is now; empty if the firm has no such signed engagement. */
    Optional<BillingPosition> read(FirmId firm, EngagementId engagement);

    /** The positions that exist as they are now, in the order of their engagement ids. */
    List<BillingPosition> readAll(FirmId firm, Collection<EngagementId> engagements);

    /** The positions that exist, their cursors locked until the transaction ends, in the order of their engagement ids. */
    List<BillingPosition> lock(FirmId firm, Collection<EngagementId> engagements);
}
