package feewright.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.platform.FirmId;
import feewright.webhook.WebhookEndpointId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signatures and where their secrets come from. */
class SigningSecretTest {

    private static final FirmId FIRM = new FirmId(new UUID(1, 1));
    private static final WebhookEndpointId SUBSCRIPTION = new WebhookEndpointId(new UUID(2, 2));

    /** The example that the libraries of the Standard Webhooks project test themselves with. */
    @Test
    void it_signs_as_the_standard_webhooks_specification_does() {
        SigningSecret secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        String signature = secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void every_subscription_and_every_rotation_has_a_secret_of_its_own_that_is_always_the_same() {
        String text = WebhookKey.make();
        WebhookKey key = WebhookKey.read(text).orElseThrow();

        String secret = key.secret(FIRM, SUBSCRIPTION, 1).text();

        assertThat(WebhookKey.read(text)
                        .orElseThrow()
                        .secret(FIRM, SUBSCRIPTION, 1)
                        .text())
                .isEqualTo(secret);
        assertThat(key.secret(FIRM, SUBSCRIPTION, 2).text()).isNotEqualTo(secret);
        assertThat(key.secret(FIRM, new WebhookEndpointId(new UUID(2, 3)), 1).text())
                .isNotEqualTo(secret);
        assertThat(key.secret(new FirmId(new UUID(1, 2)), SUBSCRIPTION, 1).text())
                .isNotEqualTo(secret);
        assertThat(WebhookKey.read(WebhookKey.make())
                        .orElseThrow()
                        .secret(FIRM, SUBSCRIPTION, 1)
                        .text())
                .isNotEqualTo(secret);
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
    }

    @Test
    void a_key_that_is_short_or_no_base64_is_none() {
        assertThat(WebhookKey.read("c2hvcnQ=")).isEmpty();
        assertThat(WebhookKey.read("no key at all, but long enough to be one!")).isEmpty();
    }
}
