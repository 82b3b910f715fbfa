package feewright.api.wiring;

import feewright.api.payment.StripeWebhook;
import feewright.firm.FirmId;
import feewright.processor.TakeEvent;
import feewright.stripe.StripeEvents;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the events of processors land. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    StripeWebhook stripeWebhook(ProcessorSettings settings, TakeEvent takeEvent, Clock clock) {
        Map<String, FirmId> firms = settings.firmsByAccount();
        StripeEvents events = settings.webhooks().isEmpty() ? null : new StripeEvents(settings.webhooks(), clock);
        return new StripeWebhook(new StripeWebhook.Trust(events, settings.isLive(), firms), takeEvent, clock);
    }
}
