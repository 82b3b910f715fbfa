package feewright.processor;

import feewright.platform.Actor;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.StorageUnavailable;
import feewright.platform.Transactions;
import feewright.processor.ProcessorEvent.Interpretation;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEventRecorder.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Use case: interprets events that wait, in whatever order they came, each in the transaction that records what came of it. What
 * contradicts an attempt that was over counts by when it happened; where that is unclear, the processor is asked how it stands now.
 */
public record ReadEvents(
        Transactions transactions,
        ProcessorEvents events,
        ProcessorEventRecorder processorEventRecorder,
        Map<String, Function<String, EventMeaning>> readers) {

    public ReadEvents {
        readers = Map.copyOf(readers);
    }

    /** The code of an event that could not be interpreted because of a defect here. */
    static final String DEFECT = "defect";

    /** Interprets at most so many, and gives back what processors have to be asked, outside any transaction. */
    public List<FollowUpCall> read(FirmId firm, int most, Instant now) {
        List<FollowUpCall> questions = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Step step = step(firm, now);
            if (!step.found()) {
                return questions;
            }
            if (step.question() != null) {
                questions.add(step.question());
            }
        }
        return questions;
    }

    /** Whether an event waited, and what has to be asked because of it. */
    private record Step(boolean found, @Nullable FollowUpCall question) {}

    /**
     * One event that breaks is laid aside, so that it does not keep the others waiting. It can be replayed. Storage that is away says
     * nothing about the event.
     */
    private Step step(FirmId firm, Instant now) {
        AtomicReference<@Nullable ProcessorEventId> read = new AtomicReference<>();
        try {
            return transactions.in(
                    Actor.scheduler(firm),
                    () -> next(firm, now)
                            .map(event -> {
                                read.set(event.id());
                                Result came = processorEventRecorder.came(event, meaning(event), now);
                                keep(event, came, now);
                                return new Step(true, came.question());
                            })
                            .orElse(new Step(false, null)));
        } catch (ConcurrentChange | StorageUnavailable later) {
            throw later;
        } catch (RuntimeException defect) {
            ProcessorEventId broken = read.get();
            if (broken == null) {
                throw defect;
            }
            return layAside(firm, broken, now);
        }
    }

    /** By its id: whatever waits first by now may be another one, and sound. */
    private Step layAside(FirmId firm, ProcessorEventId broken, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            events.lockWaiting(firm, broken, now)
                    .ifPresent(event -> keep(event, Result.of(Outcome.UNINTERPRETED, DEFECT), now));
            return new Step(true, null);
        });
    }

    private Optional<ProcessorEvent> next(FirmId firm, Instant now) {
        return events.lockWaiting(firm, now, 1).stream().findFirst();
    }

    private EventMeaning meaning(ProcessorEvent event) {
        Optional<String> body = events.body(event.firm(), event.id());
        Function<String, EventMeaning> reader = readers.get(event.named().processor());
        return body.isEmpty()
                ? new EventMeaning.Nothing("body_purged")
                : reader == null ? new EventMeaning.Nothing("no_processor") : reader.apply(body.get());
    }

    private void keep(ProcessorEvent event, Result came, Instant now) {
        Interpretation reading =
                new Interpretation(event.readings().size() + 1, came.outcome(), came.code(), came.attempt(), now);
        events.read(event, reading, came.again());
    }
}
