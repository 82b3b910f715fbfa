package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.payment.CollectionSettings;
import feewright.api.payment.Collector;
import feewright.api.payment.Outbox;
import feewright.engine.Engine;
import feewright.firm.Firms;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads of this instance that ask processors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectionSettings.class)
class CollectionConfiguration {

    @Bean
    Outbox outbox(Firms firms, Engine engine, FirmClock clock) {
        return new Outbox(firms, engine, clock);
    }

    @Bean
    Collector collector(CollectionSettings settings, Outbox outbox) {
        settings.require();
        return new Collector(settings, outbox);
    }
}
