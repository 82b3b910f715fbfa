package feewright.platform;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Port: customer content, stored apart from billing metadata where no platform role can read it. A purge may blank it. */
public interface CustomerTexts {

    /**
     * Stores texts of new things. Each key is written once. Fails with ConcurrentChange if an e-mail (field {@code email}) is another
     * one's in the firm, whatever its case: imports find people by it. A purged e-mail is free again.
     */
    void write(FirmId firm, Map<CustomerTextKey, CustomerText> texts);

    /** The texts that exist for these subjects; purged ones are absent. */
    Map<CustomerTextKey, CustomerText> of(FirmId firm, Collection<UUID> subjects);
}
