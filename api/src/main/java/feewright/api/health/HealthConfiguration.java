package feewright.api.health;

import feewright.api.rounds.Looping;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What liveness and readiness are made of; the settings say which of them counts where. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator database(DatabaseWatch watch) {
        return () -> (watch.databaseAnswers() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator loops(List<Looping> all) {
        return new LoopHealth(all);
    }
}
