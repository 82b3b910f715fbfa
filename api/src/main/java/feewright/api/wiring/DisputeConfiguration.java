package feewright.api.wiring;

import feewright.dispute.Disputes;
import feewright.dispute.FraudWarnings;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.jdbc.JdbcAdapters;
import feewright.rule.Judge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Disputes and fraud warnings. */
@Configuration(proxyBeanMethods = false)
class DisputeConfiguration {

    @Bean
    Disputes disputes(JdbcAdapters ports) {
        return ports.disputes();
    }

    @Bean
    FraudWarnings fraudWarnings(JdbcAdapters ports) {
        return ports.fraudWarnings();
    }

    @Bean
    RecordDispute recordDispute(JdbcAdapters ports, Judge judge) {
        return ports.recordDispute(judge);
    }

    @Bean
    RecordFraudWarning recordFraudWarning(JdbcAdapters ports, Judge judge) {
        return ports.recordFraudWarning(judge);
    }
}
