package feewright.engine;

import feewright.rule.DecisionMaker;
import feewright.rule.Rulebook;

/** Makes every use case of what storage, the rules and the processors give. The only place that does. */
public record Engine(Ports ports, DecisionMaker decisionMaker, Processors processors, Policies policies)
        implements EngagementUseCases,
                TimeUseCases,
                InvoiceUseCases,
                CreditUseCases,
                RunUseCases,
                PaymentUseCases,
                RefundUseCases,
                DisputeUseCases,
                ProcessorEventUseCases,
                WebhookUseCases,
                PrivacyUseCases,
                ReportUseCases {

    /** The engine over a rulebook. */
    public static Engine of(Ports ports, Rulebook rulebook, Processors processors, Policies policies) {
        return new Engine(ports, new DecisionMaker(rulebook, ports.decisions(), ports.ids()), processors, policies);
    }
}
