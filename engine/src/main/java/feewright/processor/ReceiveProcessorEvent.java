package feewright.processor;

import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;

/** Use case: keeps an event whose origin was verified, and nothing else: it is interpreted later (design §2.7). */
public record ReceiveProcessorEvent(Transactions transactions, ProcessorEvents events, Ids ids) {

    /** Keeps it once, however often it comes; false where it was there. */
    public boolean take(FirmId firm, ProcessorEvent.Named named, String body, Instant now) {
        ProcessorEvent event = new ProcessorEvent(new ProcessorEventId(ids.next()), firm, named, now, List.of());
        return transactions.in(Actor.scheduler(firm), () -> events.take(event, body));
    }
}
