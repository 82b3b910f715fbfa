package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.payment.CollectionSettings;
import feewright.api.payment.DelayedProcessor;
import feewright.api.payment.Processors;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.SimulatedProcessor;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.jdbc.JdbcAdapters;
import feewright.processor.PlaySimulated;
import feewright.processor.SimulatedDisputes;
import feewright.refund.RefundProcessor;
import feewright.refund.SimulatedRefundProcessor;
import feewright.stripe.StripeProcessor;
import feewright.stripe.StripeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processors of this installation: Stripe where there is a key, else the simulated one (requirement A6). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorSettings.class)
class ProcessorConfiguration {

    @Bean
    Processors processors(
            ProcessorSettings settings, JdbcAdapters ports, FirmClock clock, CollectionSettings collection) {
        settings.require();
        List<PaymentProcessor> processors = new ArrayList<>();
        List<RefundProcessor> refunding = new ArrayList<>();
        boolean beside = Boolean.TRUE.equals(settings.simulatedBeside());
        if (settings.hasStripe()) {
            StripeSettings stripe = settings.stripe();
            StripeProcessor processor = new StripeProcessor(stripe, firm -> account(settings, firm, clock));
            processors.add(processor);
            refunding.add(processor.refunds());
        }
        if (!settings.hasStripe() || beside) {
            SimulatedDisputes simulated = new SimulatedDisputes(
                    new SimulatedProcessor(ports.transactions(), ports.simulatedPayments(), clock::now),
                    new PlaySimulated(ports.transactions(), ports.processorEvents(), ports.ids()),
                    clock::now);
            processors.add(new DelayedProcessor(simulated, collection.simulatedDelay()));
            refunding.add(new SimulatedRefundProcessor(
                    ports.transactions(), ports.simulatedPayments(), ports.simulatedRefunds(), clock::now));
        }
        return new Processors(processors, refunding);
    }

    /** A test firm has none: its clock may be moved, and Stripe's is not. */
    private static Optional<String> account(ProcessorSettings settings, FirmId firm, FirmClock clock) {
        if (clock.isTest(Actor.scheduler(firm))) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.accountsByFirm().get(firm.toString()));
    }
}
