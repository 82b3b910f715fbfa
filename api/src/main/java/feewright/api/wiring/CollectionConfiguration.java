package feewright.api.wiring;

import feewright.api.attempt.CollectionSettings;
import feewright.api.attempt.Collector;
import feewright.api.attempt.CollectorWork;
import feewright.api.clock.FirmClock;
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
    CollectorWork outbox(Firms firms, Engine engine, FirmClock clock) {
        return new CollectorWork(firms, engine, clock);
    }

    @Bean
    Collector collector(CollectionSettings settings, CollectorWork outbox) {
        settings.require();
        return new Collector(settings, outbox);
    }
}
