package feewright.api.wiring;

import feewright.api.webhook.DeliveryWork;
import feewright.api.webhook.WebhookHttpClient;
import feewright.api.webhook.WebhookKey;
import feewright.api.webhook.WebhookSecrets;
import feewright.api.webhook.WebhookSender;
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
    DeliveryWork telling(Firms firms, Engine engine, DeliveryWork.Requests mail, Clock clock) {
        return new DeliveryWork(firms, engine.takeDueDeliveries(), engine.recordDeliveryAttempt(), mail, clock);
    }

    @Bean
    DeliveryWork.Requests webhookMail(WebhookSecrets secrets, WebhookSettings settings, JsonMapper json) {
        return new DeliveryWork.Requests(secrets, new WebhookHttpClient(settings), json);
    }

    @Bean
    WebhookSender teller(WebhookSettings settings, DeliveryWork telling) {
        return new WebhookSender(settings, telling);
    }
}
