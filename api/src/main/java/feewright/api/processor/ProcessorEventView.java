package feewright.api.processor;

import feewright.processor.ProcessorEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of a processor, without its body: what it was, and what came of it. No outcome while it waits. */
record ProcessorEventView(
        UUID id,
        String processor,
        String name,
        String type,
        @Nullable String objectReference,
        Instant happenedAt,
        Instant receivedAt,
        @Nullable String outcome,
        List<EventReadingView> interpretations) {

    record EventReadingView(
            int number,
            Instant at,
            String outcome,
            @Nullable String code,
            @Nullable UUID paymentAttemptId) {}

    static ProcessorEventView of(ProcessorEvent event) {
        return new ProcessorEventView(
                event.id().value(),
                event.named().processor(),
                event.named().name(),
                event.named().type(),
                event.named().object(),
                event.named().createdAt(),
                event.receivedAt(),
                event.latest().map(reading -> reading.outcome().code()).orElse(null),
                event.readings().stream()
                        .map(reading -> new EventReadingView(
                                reading.number(),
                                reading.at(),
                                reading.outcome().code(),
                                reading.code(),
                                reading.attempt() == null
                                        ? null
                                        : reading.attempt().value()))
                        .toList());
    }
}
