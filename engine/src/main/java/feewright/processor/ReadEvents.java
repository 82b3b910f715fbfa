package feewright.processor;

import feewright.attempt.Answer;
import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.Errand;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.RecordReport;
import feewright.attempt.RecordReport.Said;
import feewright.firm.Actor;
import feewright.firm.ConcurrentChange;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEvent.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Use case: interprets events that wait, in whatever order they came, each in the transaction that records what came of it. What
 * contradicts an attempt that was over may be older than that: the processor is asked how it stands now, and that counts.
 */
public record ReadEvents(
        Transactions transactions,
        ProcessorEvents events,
        RecordReport recordReport,
        Map<String, Function<String, EventMeaning>> readers) {

    public ReadEvents {
        readers = Map.copyOf(readers);
    }

    /** The code of an event that could not be interpreted because of a defect here. */
    static final String DEFECT = "defect";

    /** Interprets at most so many, and gives back what processors have to be asked, outside any transaction. */
    public List<Errand> read(FirmId firm, int most, Instant now) {
        List<Errand> errands = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Step step = step(firm, now);
            if (!step.found()) {
                return errands;
            }
            if (step.errand() != null) {
                errands.add(step.errand());
            }
        }
        return errands;
    }

    /** Whether an event waited, and what has to be asked because of it. */
    private record Step(boolean found, @Nullable Errand errand) {}

    /** One event that breaks is laid aside, so that it does not keep the others waiting. It can be replayed. */
    private Step step(FirmId firm, Instant now) {
        try {
            return transactions.in(
                    Actor.scheduler(firm),
                    () -> next(firm, now)
                            .map(event -> new Step(true, read(event, now).orElse(null)))
                            .orElse(new Step(false, null)));
        } catch (ConcurrentChange later) {
            throw later;
        } catch (RuntimeException defect) {
            return transactions.in(Actor.scheduler(firm), () -> {
                next(firm, now).ifPresent(event -> keep(event, new Came(Outcome.UNINTERPRETED, DEFECT, null), now));
                return new Step(true, null);
            });
        }
    }

    private Optional<ProcessorEvent> next(FirmId firm, Instant now) {
        return events.lockWaiting(firm, now, 1).stream().findFirst();
    }

    private Optional<Errand> read(ProcessorEvent event, Instant now) {
        Optional<String> body = events.body(event.firm(), event.id());
        Function<String, EventMeaning> reader = readers.get(event.named().processor());
        EventMeaning meaning = body.isEmpty()
                ? new EventMeaning.Nothing("body-purged")
                : reader == null ? new EventMeaning.Nothing("no-processor") : reader.apply(body.get());
        return switch (meaning) {
            case EventMeaning.Nothing(String code) -> {
                keep(event, new Came(Outcome.UNINTERPRETED, code, null), now);
                yield Optional.empty();
            }
            case EventMeaning.Says says -> said(event, says, now);
        };
    }

    private Optional<Errand> said(ProcessorEvent event, EventMeaning.Says says, Instant now) {
        Optional<PaymentAttempt> found = recordReport.registers().attempts().find(event.firm(), says.attempt());
        if (found.isPresent()
                && !found.get().state().isLive()
                && found.get().state() != says.report().state()) {
            keep(event, new Came(Outcome.LOOKED_UP, null, says.attempt()), now);
            return recordReport.registers().lookUp(found.get());
        }
        Said told = new Said(
                Answer.of(says.report()),
                AttemptEvent.Source.event(event.named().name()),
                event.named().createdAt());
        Outcome outcome = switch (recordReport.record(event.firm(), says.attempt(), told, now)) {
            case APPLIED -> Outcome.APPLIED;
            case UNAPPLIED -> Outcome.UNAPPLIED;
            case KNOWN -> Outcome.KNOWN;
            case NOT_FOUND -> Outcome.ATTEMPT_UNKNOWN;
        };
        keep(event, new Came(outcome, null, says.attempt()), now);
        return Optional.empty();
    }

    /** What came of an event. */
    private record Came(
            Outcome outcome,
            @Nullable String code,
            @Nullable AttemptId attempt) {}

    private void keep(ProcessorEvent event, Came came, Instant now) {
        events.read(
                event,
                new Reading(event.readings().size() + 1, came.outcome(), came.code(), came.attempt(), now),
                null);
    }
}
