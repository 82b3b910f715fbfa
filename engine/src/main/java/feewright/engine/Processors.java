package feewright.engine;

import feewright.attempt.PaymentProcessor;
import feewright.attempt.SimulatedProcessor;
import feewright.platform.FirmId;
import feewright.processor.EventMeaning;
import feewright.processor.SimulateProcessorEvent;
import feewright.processor.SimulatedDisputes;
import feewright.processor.SimulatedEventBody;
import feewright.refund.RefundProcessor;
import feewright.refund.SimulatedRefundProcessor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The payment processors of an installation, each named by its code, and how each one's events are read. */
public record Processors(
        Map<String, PaymentProcessor> collecting,
        Map<String, RefundProcessor> refunding,
        Map<String, Function<String, EventMeaning>> readers) {

    public Processors {
        collecting = Map.copyOf(collecting);
        refunding = Map.copyOf(refunding);
        readers = Map.copyOf(readers);
    }

    /** None. What comes of a processor that is not there waits. */
    public static Processors none() {
        return new Processors(Map.of(), Map.of(), Map.of());
    }

    /** The simulated one, which keeps its books in our storage and its clock for each firm. */
    public static Processors simulated(Ports ports, Function<FirmId, Instant> now) {
        SimulatedDisputes collecting = new SimulatedDisputes(
                new SimulatedProcessor(ports.transactions(), ports.simulatedPayments(), now),
                new SimulateProcessorEvent(ports.transactions(), ports.processorEvents(), ports.ids()),
                now);
        RefundProcessor refunding = new SimulatedRefundProcessor(
                ports.transactions(), ports.simulatedPayments(), ports.simulatedRefunds(), now);
        return new Processors(
                Map.of(SimulatedProcessor.CODE, collecting),
                Map.of(SimulatedProcessor.CODE, refunding),
                Map.of(SimulatedProcessor.CODE, SimulatedEventBody::read));
    }

    /** These, and others beside them. */
    public Processors and(Processors others) {
        return new Processors(
                union(collecting, others.collecting),
                union(refunding, others.refunding),
                union(readers, others.readers));
    }

    /** The same, each collecting through something else. */
    public Processors collectingThrough(UnaryOperator<PaymentProcessor> through) {
        Map<String, PaymentProcessor> wrapped = new HashMap<>(collecting);
        wrapped.replaceAll((_, processor) -> through.apply(processor));
        return new Processors(wrapped, refunding, readers);
    }

    private static <T> Map<String, T> union(Map<String, T> some, Map<String, T> others) {
        Map<String, T> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
