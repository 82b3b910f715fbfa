package feewright.api.webhook;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.FirmId;
import feewright.webhook.WebhookEndpointId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The signing secrets of all subscriptions; none where the operator has set no key. */
public record WebhookSecrets(@Nullable WebhookKey key) {

    boolean areOn() {
        return key != null;
    }

    /** Refuses where there is no key. */
    void check() {
        if (!areOn()) {
            throw new ProblemException(ProblemCode.WEBHOOKS_OFF);
        }
    }

    SigningSecret of(FirmId firm, WebhookEndpointId subscription, int number) {
        return Objects.requireNonNull(key).secret(firm, subscription, number);
    }
}
