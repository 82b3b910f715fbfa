package feewright.processor;

import feewright.attempt.SimulatedProcessor;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;

/**
 * Use case: has the simulated processor tell something (requirement A6). It lands like an event of any processor, once under its name,
 * and is read from the instant on at which it happens.
 */
public record SimulateProcessorEvent(Transactions transactions, ProcessorEvents events, Ids ids) {

    /** The name of the event, and when it happens. */
    public record Scheduled(String name, Instant happensAt) {}

    /** Keeps what is told of a dispute; false where an event of its name is there already. */
    public boolean play(FirmId firm, Scheduled told, EventMeaning.DisputeUpdated says, Instant now) {
        String type = "dispute." + says.kind().code();
        return kept(firm, new Landing(told, type, says.dispute(), SimulatedEventBody.of(says)), now);
    }

    /** Keeps a warning; false where an event of its name is there already. */
    public boolean play(FirmId firm, Scheduled told, EventMeaning.FraudWarned warns, Instant now) {
        return kept(firm, new Landing(told, "fraud-warning", warns.warning(), SimulatedEventBody.of(warns)), now);
    }

    private record Landing(Scheduled told, String type, String object, String body) {}

    private boolean kept(FirmId firm, Landing landing, Instant now) {
        Scheduled told = landing.told();
        ProcessorEvent event = new ProcessorEvent(
                new ProcessorEventId(ids.next()),
                firm,
                new ProcessorEvent.Named(
                        SimulatedProcessor.CODE, told.name(), landing.type(), landing.object(), told.happensAt()),
                now,
                List.of());
        return transactions.in(Actor.scheduler(firm), () -> {
            boolean taken = events.take(event, landing.body());
            if (taken && told.happensAt().isAfter(now)) {
                events.replay(firm, event.id(), told.happensAt());
            }
            return taken;
        });
    }
}
