package feewright.api.wiring;

import feewright.api.attempt.CollectionSettings;
import feewright.api.attempt.DelayedProcessor;
import feewright.api.clock.FirmClock;
import feewright.attempt.SimulatedProcessor;
import feewright.engine.Ports;
import feewright.engine.Processors;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.processor.SimulatedEventBody;
import feewright.stripe.StripeEvents;
import feewright.stripe.StripeProcessor;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processors of this installation: Stripe where there is a key, else the simulated one (requirement A6). */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    /** Events may come of a processor that is no longer asked. */
    private static final Processors READERS = new Processors(
            Map.of(),
            Map.of(),
            Map.of(StripeProcessor.CODE, StripeEvents::interpret, SimulatedProcessor.CODE, SimulatedEventBody::read));

    @Bean
    Processors processors(ProcessorSettings settings, Ports ports, FirmClock clock, CollectionSettings collection) {
        settings.require();
        Processors processors = READERS;
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
        return new Processors(Map.of(stripe.code(), stripe), Map.of(stripe.code(), stripe.refunds()), Map.of());
    }

    /** A test firm has none: its clock may be moved, and Stripe's is not. */
    private static Optional<String> account(ProcessorSettings settings, FirmId firm, FirmClock clock) {
        if (clock.isTest(Actor.scheduler(firm))) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.accountsByFirm().get(firm.toString()));
    }
}
