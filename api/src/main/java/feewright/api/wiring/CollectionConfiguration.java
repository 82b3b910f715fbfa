package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.payment.CollectionSettings;
import feewright.api.payment.Collector;
import feewright.api.payment.Outbox;
import feewright.api.start.UnusableSettings;
import feewright.attempt.AskForAttempt;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionRegisters;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.RecordReport;
import feewright.attempt.RunErrand;
import feewright.attempt.SimulatedProcessor;
import feewright.attempt.TakeDue;
import feewright.firm.Firms;
import feewright.jdbc.JdbcAdapters;
import feewright.payment.KeepPaymentMethods;
import feewright.payment.PaymentMethods;
import feewright.receivable.Bookkeeping;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payment methods, attempts, processors, and the threads of this instance that ask them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectionSettings.class)
class CollectionConfiguration {

    @Bean
    CollectionRegisters collectionRegisters(JdbcAdapters ports) {
        return ports.collecting();
    }

    @Bean
    Attempts attempts(JdbcAdapters ports) {
        return ports.attempts();
    }

    @Bean
    PaymentMethods paymentMethods(JdbcAdapters ports) {
        return ports.paymentMethods();
    }

    @Bean
    KeepPaymentMethods keepPaymentMethods(JdbcAdapters ports) {
        return new KeepPaymentMethods(
                ports.transactions(), ports.clients(), ports.paymentMethods(), ports.auditTrail(), ports.ids());
    }

    @Bean
    PaymentProcessor simulatedProcessor(JdbcAdapters ports, FirmClock clock, CollectionSettings settings) {
        if (!settings.isUsable()) {
            throw new UnusableSettings(
                    "feewright.collection.workers and .every have to be positive, and .simulated-delay not below zero");
        }
        return new SimulatedProcessor(
                ports.transactions(), ports.simulatedPayments(), clock::now, settings.simulatedDelay());
    }

    @Bean
    TakeDue takeDue(
            JdbcAdapters ports, CollectionRegisters registers, Bookkeeping books, List<PaymentProcessor> processors) {
        return new TakeDue(
                ports.transactions(), registers, books, byCode(processors).keySet());
    }

    @Bean
    RecordReport recordReport(JdbcAdapters ports, CollectionRegisters registers, Bookkeeping books) {
        return new RecordReport(ports.transactions(), registers, ports.credits(), books);
    }

    @Bean
    AskForAttempt askForAttempt(JdbcAdapters ports, CollectionRegisters registers, Bookkeeping books) {
        return new AskForAttempt(ports.transactions(), registers, books);
    }

    @Bean
    Collector collector(
            CollectionSettings settings, TakeDue takeDue, RunErrand runErrand, Firms firms, FirmClock clock) {
        return new Collector(settings, new Outbox(firms, takeDue, runErrand, clock));
    }

    @Bean
    RunErrand runErrand(List<PaymentProcessor> processors, RecordReport recordReport) {
        return new RunErrand(byCode(processors), recordReport);
    }

    private static Map<String, PaymentProcessor> byCode(List<PaymentProcessor> processors) {
        return processors.stream().collect(Collectors.toMap(PaymentProcessor::code, Function.identity()));
    }
}
