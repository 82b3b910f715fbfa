package feewright.api.privacy;

import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.privacy.Purge;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was blanked, by whom and why. Without a client it was the whole firm. */
record PurgeView(
        UUID id,
        @Nullable UUID clientId,
        boolean wholeFirm,
        @Nullable String reason,
        UUID createdBy,
        Instant createdAt,
        long texts,
        long eventBodies,
        long responses) {

    static PurgeView of(Purge purge, @Nullable CustomerText reason) {
        ClientId client = purge.client();
        Purge.Done done = purge.done();
        return new PurgeView(
                purge.id().value(),
                client == null ? null : client.value(),
                client == null,
                reason == null ? null : reason.text(),
                done.by().value(),
                done.at(),
                done.blanked().texts(),
                done.blanked().eventBodies(),
                done.blanked().answers());
    }
}
