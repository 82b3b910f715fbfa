package feewright.api.privacy;

import feewright.api.web.Fields;
import feewright.platform.ClientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose content is to be blanked: of one client, or ({@code whole_firm}) of all. Exactly one of the two is said. */
final class PurgeJson {

    private PurgeJson() {}

    static @Nullable ClientId client(Fields fields, @Nullable UUID client, @Nullable Boolean wholeFirm) {
        boolean all = Boolean.TRUE.equals(wholeFirm);
        if (all == (client != null)) {
            fields.fault(all ? "client-not-expected" : "client-id-missing", "/client_id");
        }
        return client == null ? null : new ClientId(client);
    }
}
