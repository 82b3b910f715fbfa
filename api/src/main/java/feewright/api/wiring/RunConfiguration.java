package feewright.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import feewright.api.clock.FirmClock;
import feewright.api.run.AdvanceClock;
import feewright.api.run.BillingSettings;
import feewright.api.run.DueNow;
import feewright.api.run.OpenWork;
import feewright.api.run.RunLocks;
import feewright.api.run.ScheduledStart;
import feewright.api.run.Workers;
import feewright.credit.ExpireCredits;
import feewright.engine.Ports;
import feewright.firm.Firms;
import feewright.jdbc.database.JdbcLocks;
import feewright.platform.Transactions;
import feewright.run.BillSlice;
import feewright.run.BillingRuns;
import feewright.run.DueEngagements;
import feewright.run.StartRun;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads of this instance that work billing runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BillingSettings.class)
class RunConfiguration {

    @Bean
    RunLocks runLocks(HikariDataSource pool, BillingSettings settings, Clock clock) {
        settings.require();
        return new RunLocks(JdbcLocks.on(pool, UUID.randomUUID().toString()), settings.lockAtMostFor(), clock);
    }

    @Bean
    OpenWork openWork(Transactions transactions, BillingRuns runs, BillSlice billSlice, FirmClock clock) {
        return new OpenWork(transactions, runs, billSlice, clock);
    }

    @Bean(destroyMethod = "close")
    Workers workers(OpenWork work, RunLocks locks, BillingSettings settings) {
        return new Workers(work, locks, settings.workers());
    }

    @Bean
    FirmClock firmClock(Clock clock, Transactions transactions, Firms firms) {
        return new FirmClock(clock, transactions, firms);
    }

    @Bean
    AdvanceClock advanceClock(FirmClock clock, AdvanceClock.Steps steps, ScheduledStart scheduled, Workers workers) {
        return new AdvanceClock(clock, steps, scheduled, workers);
    }

    @Bean
    AdvanceClock.Steps clockSteps(Ports ports, DueNow due, RunLocks locks, ExpireCredits expireCredits) {
        return new AdvanceClock.Steps(ports.transactions(), ports.firms(), due, locks, expireCredits);
    }

    @Bean
    DueNow dueNow(DueEngagements work) {
        return new DueNow(work);
    }

    @Bean
    ScheduledStart scheduledStart(Transactions transactions, DueNow due, StartRun startRun, RunLocks locks) {
        return new ScheduledStart(transactions, due, startRun, locks);
    }
}
