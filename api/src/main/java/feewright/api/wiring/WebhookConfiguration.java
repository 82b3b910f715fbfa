package feewright.api.wiring;

import feewright.api.webhook.Sending;
import feewright.api.webhook.Teller;
import feewright.api.webhook.Telling;
import feewright.api.webhook.WebhookKey;
import feewright.api.webhook.WebhookSecrets;
import feewright.api.webhook.WebhookSettings;
import feewright.jdbc.JdbcAdapters;
import feewright.webhook.KeepSubscriptions;
import feewright.webhook.LiveMode;
import feewright.webhook.RecordTry;
import feewright.webhook.SendAgain;
import feewright.webhook.TakeDeliveries;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks out: who is told, and the threads of this instance that tell. */
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
    KeepSubscriptions keepSubscriptions(JdbcAdapters ports) {
        return new KeepSubscriptions(
                ports.transactions(),
                ports.webhooks(),
                new KeepSubscriptions.Records(ports.contents(), ports.auditTrail(), ports.ids()));
    }

    @Bean
    SendAgain sendAgain(JdbcAdapters ports, ProcessorSettings processors) {
        LiveMode live = new LiveMode(processors.isLive(), ports.firms());
        return new SendAgain(ports.transactions(), ports.webhooks(), live, ports.ids());
    }

    @Bean
    Telling telling(JdbcAdapters ports, KeepSubscriptions keep, Telling.Mail mail, Clock clock) {
        return new Telling(
                ports.firms(),
                new TakeDeliveries(ports.transactions(), ports.webhooks(), ports.contents()),
                new RecordTry(keep),
                mail,
                clock);
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
