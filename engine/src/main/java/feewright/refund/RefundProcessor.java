package feewright.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Port: who gives money back. Called outside any transaction, and by many threads at once. What goes wrong on the way is an answer
 * ({@link RefundUpdate.Unanswered}), never an exception.
 */
public interface RefundProcessor {

    /** The code under which payment methods name it. */
    String code();

    /** Gives back, under the refund's id as the idempotency key: repeated within its memory, it gives back once. */
    Response refund(RefundOrder order);

    /** How a refund stands now, without making one. */
    LookUpResult find(RefundOrder order);

    /** All refunds of a payment; empty where the processor could not be asked, or has no such payment. */
    Optional<List<ProcessorRefund>> all(RefundOrder.Payment payment);

    /** What came of asking, and how long the processor wants to be left alone (null: it did not say). */
    record Response(RefundUpdate report, @Nullable Duration retryAfter) {

        public static Response of(RefundUpdate report) {
            return new Response(report, null);
        }
    }

    /** What a look-up found. */
    sealed interface LookUpResult {

        record Found(RefundUpdate report) implements LookUpResult {}

        /** There is none. */
        record NotFound() implements LookUpResult {}

        /** It could not be looked for. */
        record Unanswered(String code) implements LookUpResult {}
    }

    /** A refund as the processor has it; ours is null where it was not asked for here. */
    record ProcessorRefund(@Nullable RefundId ours, Money amount, RefundUpdate report, Instant at) {}
}
