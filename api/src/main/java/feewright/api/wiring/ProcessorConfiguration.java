package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.payment.CollectionSettings;
import feewright.api.payment.DelayedProcessor;
import feewright.engine.Ports;
import feewright.engine.Processors;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.stripe.StripeEvents;
import feewright.stripe.StripeProcessor;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processors of this installation: Stripe where there is a key, else the simulated one (requirement A6). */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    @Bean
    Processors processors(ProcessorSettings settings, Ports ports, FirmClock clock, CollectionSettings collection) {
        settings.require();
        Processors processors = Processors.none();
        if (settings.hasStripe()) {
            processors = processors.and(stripe(settings, clock));
        }
        if (!settings.hasStripe() || Boolean.TRUE.equals(settings.simulatedBeside())) {
            processors = processors.and(Processors.simulated(ports, clock::now)
                    .collectingThrough(simulated -> new DelayedProcessor(simulated, collection.simulatedDelay())));
        }
        return processors;
    }

    private static Processors stripe(ProcessorSettings settings, FirmClock clock) {
        StripeProcessor stripe = new StripeProcessor(settings.stripe(), firm -> account(settings, firm, clock));
        return new Processors(
                Map.of(stripe.code(), stripe),
                Map.of(stripe.code(), stripe.refunds()),
                Map.of(stripe.code(), StripeEvents::interpret));
    }

    /** A test firm has none: its clock may be moved, and Stripe's is not. */
    private static Optional<String> account(ProcessorSettings settings, FirmId firm, FirmClock clock) {
        if (clock.isTest(Actor.scheduler(firm))) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.accountsByFirm().get(firm.toString()));
    }
}
