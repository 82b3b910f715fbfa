package feewright.run;

import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: finds what is due from cursors, at a cost that follows what is due, and keeps what runs set aside. */
public interface DueWork {

    /** The zones in which the firm's signed engagements are billed. */
    Set<ZoneId> zones(FirmId firm);

    /** How many engagements are due. */
    long count(FirmId firm, DueFilter filter);

    /** Due engagements by id ascending, at most {@code limit}. */
    List<EngagementId> next(FirmId firm, DueFilter filter, int limit);

    /** Keeps engagements away from runs until they are retried, or billed by hand. The latest reason replaces an older one. */
    void setAside(FirmId firm, List<SetAside> engagements);

    /** Gives set-aside engagements back to the runs. */
    void release(FirmId firm, Collection<EngagementId> engagements);

    /** Which of these are set aside. */
    Set<EngagementId> setAside(FirmId firm, Collection<EngagementId> engagements);

    /** By engagement id descending, before {@code before}, at most {@code limit}. */
    List<SetAside> setAsidePage(FirmId firm, @Nullable UUID before, int limit);
}
