package feewright.processor;

import feewright.dispute.Dispute;
import feewright.dispute.FraudWarning;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.Recording.Came;
import java.time.Instant;

/** Tells what an event says of a dispute, or warns of. What speaks of a payment that nobody here knows yet is read again later. */
public record DisputeRecording(RecordDispute recordDispute, RecordFraudWarning recordFraudWarning) {

    Came told(ProcessorEvent event, EventMeaning.SaysOfDispute says, Instant now) {
        RecordDispute.News news = new RecordDispute.News(
                reference(event, says.dispute()),
                says.payment(),
                event.named().name(),
                says.kind(),
                says.shown().at(event.named().createdAt()));
        return came(event, recordDispute.record(event.firm(), news, now), now);
    }

    Came warned(ProcessorEvent event, EventMeaning.WarnsOfFraud warns, Instant now) {
        RecordFraudWarning.News news = new RecordFraudWarning.News(
                reference(event, warns.warning()),
                warns.payment(),
                new FraudWarning.Told(
                        warns.kind(), warns.actionable(), event.named().createdAt()));
        return came(event, recordFraudWarning.record(event.firm(), news, now), now);
    }

    private static Dispute.Reference reference(ProcessorEvent event, String name) {
        return new Dispute.Reference(event.named().processor(), name);
    }

    private static Came came(ProcessorEvent event, RecordDispute.Outcome outcome, Instant now) {
        return switch (outcome) {
            case APPLIED -> Came.of(Outcome.APPLIED, null);
            case UNAPPLIED -> Came.of(Outcome.UNAPPLIED, null);
            case KNOWN -> Came.of(Outcome.KNOWN, null);
            case AWAITING -> Recording.paymentUnknown(event, now);
        };
    }
}
