package feewright.api.webhook;

import feewright.firm.FirmId;
import feewright.webhook.SubscriptionId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the secret into an answer after it was kept under its Idempotency-Key without: it is made anew each time, so that a replay
 * shows the same and nothing keeps it.
 */
@Component
record Revealing(WebhookSecrets secrets, JsonMapper json) {

    private static final int CREATED = 201;

    ResponseEntity<byte[]> reveal(FirmId firm, ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        if (body == null || answer.getStatusCode().value() != CREATED) {
            return answer;
        }
        WebhookSubscriptionView kept = json.readValue(body, WebhookSubscriptionView.class);
        SigningSecret secret = secrets.of(firm, new SubscriptionId(kept.id()), kept.secretNumber());
        return ResponseEntity.status(CREATED)
                .headers(answer.getHeaders())
                .body(json.writeValueAsBytes(kept.with(secret)));
    }
}
