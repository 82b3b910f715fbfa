package feewright.privacy;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That content of a client was blanked, or of the whole firm where no client is named (requirement T5). The reason is content. */
public record Purge(PurgeId id, FirmId firm, @Nullable ClientId client, Done done) {

    /** Who did it, when, and how much was blanked. */
    public record Done(PersonId by, Instant at, Blanked blanked) {}

    /**
     * How many texts, bodies of processors' events and kept answers to requests were, or would be, blanked; and how many events of
     * processors wait to be read, which a purge would make unreadable.
     */
    public record Blanked(long texts, long eventBodies, long answers, long waitingEvents) {}
}
