package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.payment.CollectionSettings;
import feewright.api.payment.Collector;
import feewright.api.payment.Outbox;
import feewright.api.payment.Processors;
import feewright.attempt.AskForAttempt;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionRegisters;
import feewright.attempt.Consequences;
import feewright.attempt.ProcessorLimits;
import feewright.attempt.RecordReport;
import feewright.attempt.RunErrand;
import feewright.attempt.SettleSuspense;
import feewright.attempt.TakeDue;
import feewright.credit.ApplyArrivedCredit;
import feewright.credit.PayByTerms;
import feewright.firm.Firms;
import feewright.jdbc.JdbcAdapters;
import feewright.payment.KeepPaymentMethods;
import feewright.payment.MoneyOut;
import feewright.payment.PaymentMethods;
import feewright.processor.ReadEvents;
import feewright.receivable.Bookkeeping;
import feewright.refund.RefundSecondSuccess;
import feewright.refund.RunRefund;
import feewright.refund.TakeRefunds;
import feewright.rule.Judge;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payment methods, attempts, and the threads of this instance that ask processors. */
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
    TakeDue takeDue(JdbcAdapters ports, CollectionRegisters registers, PayByTerms payByTerms, Processors processors) {
        return new TakeDue(ports.transactions(), registers, payByTerms, ProcessorLimits.of(processors.byCode()));
    }

    @Bean
    RecordReport recordReport(
            JdbcAdapters ports, CollectionRegisters registers, MoneyOut money, Consequences consequences) {
        return new RecordReport(ports.transactions(), registers, money, consequences);
    }

    @Bean
    SettleSuspense settleSuspense(JdbcAdapters ports, CollectionRegisters registers, Bookkeeping books) {
        return new SettleSuspense(ports.transactions(), registers.cursors(), ports.credits(), books);
    }

    @Bean
    Consequences consequences(JdbcAdapters ports, RefundSecondSuccess second, Judge judge) {
        return new Consequences(second, ports.shareAgain(judge));
    }

    @Bean
    AskForAttempt askForAttempt(
            JdbcAdapters ports, CollectionRegisters registers, PayByTerms payByTerms, Processors processors) {
        return new AskForAttempt(ports.transactions(), registers, payByTerms, ProcessorLimits.of(processors.byCode()));
    }

    @Bean
    Outbox.Taking taking(
            ApplyArrivedCredit applyArrivedCredit, TakeDue takeDue, TakeRefunds takeRefunds, ReadEvents readEvents) {
        return new Outbox.Taking(applyArrivedCredit, takeDue, takeRefunds, readEvents);
    }

    @Bean
    Outbox outbox(Firms firms, Outbox.Taking taking, RunErrand runErrand, RunRefund runRefund, FirmClock clock) {
        return new Outbox(firms, taking, runErrand, runRefund, clock);
    }

    @Bean
    Collector collector(CollectionSettings settings, Outbox outbox) {
        settings.require();
        return new Collector(settings, outbox);
    }

    @Bean
    RunErrand runErrand(Processors processors, RecordReport recordReport) {
        return new RunErrand(processors.byCode(), recordReport);
    }
}
