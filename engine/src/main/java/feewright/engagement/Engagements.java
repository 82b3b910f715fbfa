package feewright.engagement;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: drafts and signed engagements of a firm. */
public interface Engagements {

    void add(DraftEngagement draft);

    /** Replaces the terms of a draft whose stored revision is one less. Fails with ConcurrentChange otherwise. */
    void revise(DraftEngagement draft);

    /** Turns the draft into a signed engagement, once. Fails with ConcurrentChange if the draft is gone or has another revision. */
    void sign(SignedEngagement engagement, int draftRevision);

    Optional<Engagement> find(FirmId firm, EngagementId engagement);

    /** By id descending (newest first). */
    List<Engagement> page(FirmId firm, EngagementFilter filter, int limit);

    /** What to look for; null means any. */
    record EngagementFilter(
            @Nullable UUID before,
            @Nullable ClientId client,
            @Nullable Boolean signed) {}
}
