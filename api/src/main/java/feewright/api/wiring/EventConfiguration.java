package feewright.api.wiring;

import feewright.api.processor.StripeWebhook;
import feewright.platform.FirmId;
import feewright.processor.ReceiveProcessorEvent;
import feewright.stripe.StripeEvents;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the events of processors land. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    StripeWebhook stripeWebhook(ProcessorSettings settings, ReceiveProcessorEvent receiveProcessorEvent, Clock clock) {
        Map<String, FirmId> firms = settings.firmsByAccount();
        StripeEvents events = settings.webhooks().isEmpty() ? null : new StripeEvents(settings.webhooks(), clock);
        return new StripeWebhook(
                new StripeWebhook.Verification(events, settings.isLive(), firms), receiveProcessorEvent, clock);
    }
}
