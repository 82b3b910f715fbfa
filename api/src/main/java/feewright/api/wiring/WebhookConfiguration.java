package feewright.api.wiring;

import feewright.api.webhook.Sending;
import feewright.api.webhook.Teller;
import feewright.api.webhook.Telling;
import feewright.api.webhook.WebhookKey;
import feewright.api.webhook.WebhookSecrets;
import feewright.api.webhook.WebhookSettings;
import feewright.engine.Engine;
import feewright.firm.Firms;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The threads of this instance that deliver webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    /** The key of the settings, or else the demo's. */
    @Bean
    WebhookSecrets webhookSecrets(WebhookSettings settings, ObjectProvider<WebhookKey> demo) {
        settings.require();
        String text = settings.secretKey();
        return new WebhookSecrets(
                text == null || text.isBlank()
                        ? demo.getIfAvailable()
                        : WebhookKey.read(text).orElseThrow());
    }

    @Bean
    Telling telling(Firms firms, Engine engine, Telling.Mail mail, Clock clock) {
        return new Telling(firms, engine.takeDeliveries(), engine.recordTry(), mail, clock);
    }

    @Bean
    Telling.Mail webhookMail(WebhookSecrets secrets, WebhookSettings settings, JsonMapper json) {
        return new Telling.Mail(secrets, new Sending(settings), json);
    }

    @Bean
    Teller teller(WebhookSettings settings, Telling telling) {
        return new Teller(settings, telling);
    }
}
