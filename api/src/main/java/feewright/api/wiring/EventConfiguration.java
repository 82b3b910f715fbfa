package feewright.api.wiring;

import feewright.api.payment.StripeWebhook;
import feewright.attempt.RecordReport;
import feewright.attempt.SimulatedProcessor;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.firm.FirmId;
import feewright.jdbc.JdbcAdapters;
import feewright.processor.DisputeRecording;
import feewright.processor.EventMeaning;
import feewright.processor.PlaySimulated;
import feewright.processor.ProcessorEvents;
import feewright.processor.ReadEvents;
import feewright.processor.Recording;
import feewright.processor.SimulatedText;
import feewright.processor.TakeEvent;
import feewright.refund.RecordRefund;
import feewright.stripe.EventReading;
import feewright.stripe.StripeEvents;
import feewright.stripe.StripeProcessor;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events of processors: where they land, and what they mean. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    ProcessorEvents processorEvents(JdbcAdapters ports) {
        return ports.processorEvents();
    }

    @Bean
    PlaySimulated playSimulated(JdbcAdapters ports) {
        return new PlaySimulated(ports.transactions(), ports.processorEvents(), ports.ids());
    }

    @Bean
    StripeWebhook stripeWebhook(ProcessorSettings settings, JdbcAdapters ports, Clock clock) {
        Map<String, FirmId> firms = settings.firmsByAccount();
        StripeEvents events = settings.webhooks().isEmpty() ? null : new StripeEvents(settings.webhooks(), clock);
        TakeEvent takeEvent = new TakeEvent(ports.transactions(), ports.processorEvents(), ports.ids());
        return new StripeWebhook(new StripeWebhook.Trust(events, settings.isLive(), firms), takeEvent, clock);
    }

    @Bean
    Recording recording(
            RecordReport recordReport,
            RecordRefund recordRefund,
            RecordDispute recordDispute,
            RecordFraudWarning recordFraudWarning) {
        return new Recording(recordReport, recordRefund, new DisputeRecording(recordDispute, recordFraudWarning));
    }

    @Bean
    ReadEvents readEvents(JdbcAdapters ports, Recording recording) {
        return new ReadEvents(
                ports.transactions(),
                ports.processorEvents(),
                recording,
                Map.of(
                        StripeProcessor.CODE,
                        body -> meaning(StripeEvents.interpret(body)),
                        SimulatedProcessor.CODE,
                        SimulatedText::read));
    }

    private static EventMeaning meaning(EventReading reading) {
        return switch (reading) {
            case EventReading.Interpreted(var attempt, var report) -> new EventMeaning.Says(attempt, report);
            case EventReading.OfRefund(var payment, var ours, var amount, var report) ->
                new EventMeaning.SaysOfRefund(payment, ours, amount, report);
            case EventReading.HasRefunded(var payment, var inAll) -> new EventMeaning.HasRefunded(payment, inAll);
            case EventReading.OfDispute(var dispute, var payment, var kind, var shown) ->
                new EventMeaning.SaysOfDispute(dispute, payment, kind, shown);
            case EventReading.OfFraudWarning(var warning, var payment, var kind, var actionable) ->
                new EventMeaning.WarnsOfFraud(warning, payment, kind, actionable);
            case EventReading.Uninterpreted(String code) -> new EventMeaning.Nothing(code);
        };
    }
}
