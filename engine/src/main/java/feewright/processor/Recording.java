package feewright.processor;

import feewright.attempt.Answer;
import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptId;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.RecordReport;
import feewright.attempt.Report;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.refund.RecordRefund;
import feewright.refund.RefundProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells what an event means to whatever it speaks of, in the transaction that is open. */
public record Recording(RecordReport recordReport, RecordRefund recordRefund, DisputeRecording disputes) {

    /** How long an event may speak of a payment that nobody here knows. It can be replayed afterwards. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    private static final Duration SOON = Duration.ofSeconds(2);

    /** What came of an event: what is read of it, what has to be asked, and when it is to be read again (null: not). */
    record Came(
            Outcome outcome,
            @Nullable String code,
            @Nullable AttemptId attempt,
            @Nullable Question question,
            @Nullable Instant again) {

        static Came of(Outcome outcome, @Nullable String code) {
            return new Came(outcome, code, null, null, null);
        }
    }

    Came came(ProcessorEvent event, EventMeaning meaning, Instant now) {
        return switch (meaning) {
            case EventMeaning.Nothing(String code) -> Came.of(Outcome.UNINTERPRETED, code);
            case EventMeaning.Says says -> said(event, says, now);
            case EventMeaning.SaysOfRefund says -> saidOfRefund(event, says, now);
            case EventMeaning.SaysOfDispute says -> disputes.told(event, says, now);
            case EventMeaning.WarnsOfFraud warns -> disputes.warned(event, warns, now);
            case EventMeaning.HasRefunded(String payment, Money inAll) -> hasRefunded(event, payment, inAll, now);
        };
    }

    private Came said(ProcessorEvent event, EventMeaning.Says says, Instant now) {
        Optional<PaymentAttempt> found = recordReport.registers().attempts().find(event.firm(), says.attempt());
        if (found.isPresent() && contradicts(found.get(), says)) {
            Order order = Order.of(event, found.get());
            if (order == Order.EARLIER) {
                return new Came(Outcome.KNOWN, "earlier", says.attempt(), null, null);
            }
            if (order == Order.UNCLEAR) {
                return lookedUp(found.get());
            }
        }
        RecordReport.Said told = new RecordReport.Said(
                Answer.of(says.report()), source(event), event.named().createdAt());
        Outcome outcome = switch (recordReport.record(event.firm(), says.attempt(), told, now)) {
            case APPLIED -> Outcome.APPLIED;
            case UNAPPLIED -> Outcome.UNAPPLIED;
            case KNOWN -> Outcome.KNOWN;
            case NOT_FOUND -> Outcome.ATTEMPT_UNKNOWN;
        };
        return new Came(outcome, null, says.attempt(), null, null);
    }

    private static boolean contradicts(PaymentAttempt attempt, EventMeaning.Says says) {
        Report last = attempt.lastWord().map(AttemptEvent::report).orElseThrow();
        boolean sameEnd = last.state() == says.report().state() && amount(last).equals(amount(says.report()));
        return !attempt.isLive() && !sameEnd;
    }

    private static Optional<Money> amount(Report report) {
        return report instanceof Report.Succeeded(String _, Money amount) ? Optional.of(amount) : Optional.empty();
    }

    private Came lookedUp(PaymentAttempt attempt) {
        Question question = recordReport
                .registers()
                .lookUp(attempt)
                .map(Question.OfAttempt::new)
                .orElse(null);
        return new Came(Outcome.LOOKED_UP, null, attempt.id(), question, null);
    }

    private Came saidOfRefund(ProcessorEvent event, EventMeaning.SaysOfRefund says, Instant now) {
        RecordRefund.Told told = new RecordRefund.Told(
                new RecordRefund.Subject(says.payment(), says.ours(), says.amount()),
                RefundProcessor.Answer.of(says.report()),
                source(event),
                event.named().createdAt());
        return switch (recordRefund.record(event.firm(), told, now)) {
            case APPLIED -> Came.of(Outcome.APPLIED, null);
            case UNAPPLIED -> Came.of(Outcome.UNAPPLIED, null);
            case KNOWN -> Came.of(Outcome.KNOWN, null);
            case PAYMENT_UNKNOWN -> paymentUnknown(event, now);
        };
    }

    /** Each refund is told by an event of its own as well. What is more than they add up to is asked for, until they do. */
    private Came hasRefunded(ProcessorEvent event, String payment, Money inAll, Instant now) {
        Money known = recordRefund.known(event.firm(), payment).orElse(null);
        if (known == null) {
            return paymentUnknown(event, now);
        }
        boolean differs = !known.getCurrencyUnit().equals(inAll.getCurrencyUnit()) || known.isLessThan(inAll);
        if (!differs) {
            return Came.of(Outcome.KNOWN, null);
        }
        Question question = recordRefund
                .lookForAll(event.firm(), payment)
                .map(Question.OfRefunds::new)
                .orElse(null);
        return new Came(Outcome.LOOKED_UP, "refunds-differ", null, question, again(event, now));
    }

    static Came paymentUnknown(ProcessorEvent event, Instant now) {
        return new Came(Outcome.PAYMENT_UNKNOWN, null, null, null, again(event, now));
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
