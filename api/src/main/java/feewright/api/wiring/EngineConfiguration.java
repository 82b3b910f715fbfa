package feewright.api.wiring;

import feewright.api.privacy.BreakGlassSettings;
import feewright.api.start.UnusableSettings;
import feewright.drools.CandidateRules;
import feewright.drools.DroolsRulebook;
import feewright.engine.Engine;
import feewright.engine.Policies;
import feewright.engine.Ports;
import feewright.engine.Processors;
import feewright.rule.DecisionMaker;
import feewright.rule.Rulebook;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine, over the storage, the rules and the processors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RulesSettings.class, ProcessorSettings.class, BreakGlassSettings.class})
class EngineConfiguration {

    /** As fine as the database keeps time, so that what is answered is what is kept. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Bean
    DroolsRulebook rulebook(RulesSettings settings) {
        try {
            return DroolsRulebook.open(settings.directory());
        } catch (IllegalStateException faulty) {
            throw new UnusableSettings("the rules in feewright.rules.directory cannot be used: " + faulty.getMessage());
        }
    }

    @Bean
    CandidateRules candidateRules(DroolsRulebook rulebook, RulesSettings settings) {
        return new CandidateRules(rulebook, settings.candidate());
    }

    /** Over the processors of this installation; a command has none. */
    @Bean
    Engine engine(Ports ports, Rulebook rulebook, ObjectProvider<Processors> processors, Policies policies) {
        return Engine.of(ports, rulebook, processors.getIfAvailable(Processors::none), policies);
    }

    @Bean
    Policies policies(ProcessorSettings processors, BreakGlassSettings breakGlass) {
        breakGlass.require();
        return new Policies(processors.isLive(), breakGlass.longest());
    }

    @Bean
    DecisionMaker judge(Engine engine) {
        return engine.decisionMaker();
    }

    @Bean
    static EngineBeans useCaseBeans() {
        return EngineBeans.useCases();
    }
}
