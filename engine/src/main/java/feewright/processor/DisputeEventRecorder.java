package feewright.processor;

import feewright.dispute.Dispute;
import feewright.dispute.FraudWarning;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.processor.ProcessorEventRecorder.Result;
import java.time.Instant;

/** Tells what an event says of a dispute, or warns of. What speaks of a payment that nobody here knows yet is read again later. */
public record DisputeEventRecorder(RecordDispute recordDispute, RecordFraudWarning recordFraudWarning) {

    Result told(ProcessorEvent event, EventMeaning.DisputeUpdated says, Instant now) {
        RecordDispute.Update news = new RecordDispute.Update(
                reference(event, says.dispute()),
                says.payment(),
                event.named().name(),
                says.kind(),
                says.shown().at(event.named().createdAt()));
        return ProcessorEventRecorder.recorded(event, recordDispute.record(event.firm(), news, now), now);
    }

    Result warned(ProcessorEvent event, EventMeaning.FraudWarned warns, Instant now) {
        RecordFraudWarning.Warning news = new RecordFraudWarning.Warning(
                reference(event, warns.warning()),
                warns.payment(),
                new FraudWarning.Details(
                        warns.kind(), warns.actionable(), event.named().createdAt()));
        return ProcessorEventRecorder.recorded(event, recordFraudWarning.record(event.firm(), news, now), now);
    }

    private static Dispute.Reference reference(ProcessorEvent event, String name) {
        return new Dispute.Reference(event.named().processor(), name);
    }
}
