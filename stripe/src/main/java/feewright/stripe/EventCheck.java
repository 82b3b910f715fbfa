package feewright.stripe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of looking at a webhook's body and signature. Neither holds anything of the body but names. */
public sealed interface EventCheck {

    /** It is not Stripe's, or not now, or nothing that could be kept: answer 400. The code says which. */
    record Refused(String code) implements EventCheck {}

    /**
     * Stripe signed it. {@code account} is the connected account that it is about, null where it is about the platform's own;
     * {@code created} is when Stripe made it.
     */
    record Verified(String event, String type, @Nullable String account, boolean live, Instant created, About about)
            implements EventCheck {}

    /** Which object an event is about; null where it names none. */
    record About(@Nullable String object, @Nullable String id) {}
}
