package feewright.processor;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.ProcessorResponse;
import feewright.attempt.RecordAttemptUpdate;
import feewright.attempt.UpdateOutcome;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.refund.RecordRefund;
import feewright.refund.RefundProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells what an event means to whatever it speaks of, in the transaction that is open. */
public record ProcessorEventRecorder(
        RecordAttemptUpdate recordAttemptUpdate, RecordRefund recordRefund, DisputeEventRecorder disputes) {

    /** How long an event may speak of a payment that nobody here knows. It can be replayed afterwards. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    private static final Duration SOON = Duration.ofSeconds(2);

    /** What came of an event: what is read of it, what has to be asked, and when it is to be read again (null: not). */
    record Result(
            Outcome outcome,
            @Nullable String code,
            @Nullable AttemptId attempt,
            @Nullable FollowUpCall question,
            @Nullable Instant again) {

        static Result of(Outcome outcome, @Nullable String code) {
            return new Result(outcome, code, null, null, null);
        }
    }

    Result came(ProcessorEvent event, EventMeaning meaning, Instant now) {
        return switch (meaning) {
            case EventMeaning.Nothing(String code) -> Result.of(Outcome.UNINTERPRETED, code);
            case EventMeaning.AttemptUpdated says -> said(event, says, now);
            case EventMeaning.RefundUpdated says -> saidOfRefund(event, says, now);
            case EventMeaning.DisputeUpdated says -> disputes.told(event, says, now);
            case EventMeaning.FraudWarned warns -> disputes.warned(event, warns, now);
            case EventMeaning.RefundTotal(String payment, Money inAll) -> hasRefunded(event, payment, inAll, now);
        };
    }

    private Result said(ProcessorEvent event, EventMeaning.AttemptUpdated says, Instant now) {
        Optional<PaymentAttempt> found =
                recordAttemptUpdate.records().attempts().find(event.firm(), says.attempt());
        if (found.isPresent() && contradicts(found.get(), says)) {
            EventOrder order = EventOrder.of(event, found.get());
            if (order == EventOrder.EARLIER) {
                return new Result(Outcome.KNOWN, "earlier", says.attempt(), null, null);
            }
            if (order == EventOrder.UNCLEAR) {
                return lookedUp(found.get());
            }
        }
        RecordAttemptUpdate.Received told = new RecordAttemptUpdate.Received(
                ProcessorResponse.of(says.report()),
                source(event),
                event.named().createdAt());
        Outcome outcome = Outcome.of(
                recordAttemptUpdate.record(event.firm(), says.attempt(), told, now), Outcome.ATTEMPT_NOT_FOUND);
        return new Result(outcome, null, says.attempt(), null, null);
    }

    private static boolean contradicts(PaymentAttempt attempt, EventMeaning.AttemptUpdated says) {
        AttemptUpdate last = attempt.lastWord().map(AttemptEvent::report).orElseThrow();
        boolean sameEnd = last.state() == says.report().state() && amount(last).equals(amount(says.report()));
        return !attempt.isLive() && !sameEnd;
    }

    private static Optional<Money> amount(AttemptUpdate report) {
        return report instanceof AttemptUpdate.Succeeded(String _, Money amount)
                ? Optional.of(amount)
                : Optional.empty();
    }

    private Result lookedUp(PaymentAttempt attempt) {
        FollowUpCall question = recordAttemptUpdate
                .records()
                .lookUp(attempt)
                .map(FollowUpCall.OfAttempt::new)
                .orElse(null);
        return new Result(Outcome.LOOKED_UP, null, attempt.id(), question, null);
    }

    private Result saidOfRefund(ProcessorEvent event, EventMeaning.RefundUpdated says, Instant now) {
        RecordRefund.Received told = new RecordRefund.Received(
                new RecordRefund.Subject(says.payment(), says.ours(), says.amount()),
                RefundProcessor.Response.of(says.report()),
                source(event),
                event.named().createdAt());
        return recorded(event, recordRefund.record(event.firm(), told, now), now);
    }

    /** Each refund is told by an event of its own as well. What is more than they add up to is asked for, until they do. */
    private Result hasRefunded(ProcessorEvent event, String payment, Money inAll, Instant now) {
        Money known = recordRefund.known(event.firm(), payment).orElse(null);
        if (known == null) {
            return paymentUnknown(event, now);
        }
        boolean differs = !known.getCurrencyUnit().equals(inAll.getCurrencyUnit()) || known.isLessThan(inAll);
        if (!differs) {
            return Result.of(Outcome.KNOWN, null);
        }
        FollowUpCall question = recordRefund
                .lookForAll(event.firm(), payment)
                .map(FollowUpCall.OfRefunds::new)
                .orElse(null);
        return new Result(Outcome.LOOKED_UP, "refunds_differ", null, question, again(event, now));
    }

    /** What speaks of a payment that is not known here is read again later. */
    static Result recorded(ProcessorEvent event, UpdateOutcome outcome, Instant now) {
        return outcome == UpdateOutcome.NOT_FOUND
                ? paymentUnknown(event, now)
                : Result.of(Outcome.of(outcome, Outcome.PAYMENT_NOT_FOUND), null);
    }

    private static Result paymentUnknown(ProcessorEvent event, Instant now) {
        return new Result(Outcome.PAYMENT_NOT_FOUND, null, null, null, again(event, now));
    }

    /** Ever more seldom: when it is twice as old. */
    private static @Nullable Instant again(ProcessorEvent event, Instant now) {
        Duration age = Duration.between(event.receivedAt(), now);
        if (age.compareTo(PATIENCE) > 0) {
            return null;
        }
        return now.plus(age.compareTo(SOON) > 0 ? age : SOON);
    }

    private static AttemptEvent.Source source(ProcessorEvent event) {
        return AttemptEvent.Source.event(event.named().name());
    }
}
