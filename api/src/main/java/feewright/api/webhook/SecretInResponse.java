package feewright.api.webhook;

import feewright.platform.FirmId;
import feewright.webhook.WebhookEndpointId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the secret into an answer after it was kept under its Idempotency-Key without: it is made anew each time, so that a replay
 * shows the same and nothing keeps it.
 */
@Component
record SecretInResponse(WebhookSecrets secrets, JsonMapper json) {

    private static final int CREATED = 201;

    ResponseEntity<byte[]> reveal(FirmId firm, ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        if (body == null || answer.getStatusCode().value() != CREATED) {
            return answer;
        }
        WebhookEndpointView kept = json.readValue(body, WebhookEndpointView.class);
        SigningSecret secret = secrets.of(firm, new WebhookEndpointId(kept.id()), kept.secretVersion());
        return ResponseEntity.status(CREATED)
                .headers(answer.getHeaders())
                .body(json.writeValueAsBytes(kept.with(secret)));
    }
}
