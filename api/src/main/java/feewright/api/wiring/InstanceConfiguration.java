package feewright.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import feewright.api.health.DatabaseWatch;
import feewright.api.rule.RulesOfInstances;
import feewright.drools.DroolsRulebook;
import feewright.jdbc.database.DatabaseProbe;
import feewright.jdbc.rule.InstanceRules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an instance that serves says of itself; no command needs it. */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean
    DatabaseWatch databaseWatch(DatabaseAccess access) {
        return new DatabaseWatch(new DatabaseProbe(access.url(), access.app()));
    }

    @Bean
    RulesOfInstances rulesOfInstances(HikariDataSource pool, DroolsRulebook rulebook, Clock clock) {
        return new RulesOfInstances(InstanceRules.on(pool), rulebook, clock);
    }
}
