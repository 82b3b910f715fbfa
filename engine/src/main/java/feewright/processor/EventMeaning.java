package feewright.processor;

import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.refund.RefundId;
import feewright.refund.RefundUpdate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an event of a processor means here. Payments and refunds are named as the processor names them. */
public sealed interface EventMeaning {

    /** It says so of an attempt. */
    record AttemptUpdated(AttemptId attempt, AttemptUpdate report) implements EventMeaning {}

    /** It says so of a refund of a payment; {@code ours} is null where it does not name one of ours. */
    record RefundUpdated(String payment, @Nullable RefundId ours, Money amount, RefundUpdate report)
            implements EventMeaning {}

    /** So much in all was given back of a payment: a cumulative amount, which is never counted but compared. */
    record RefundTotal(String payment, Money inAll) implements EventMeaning {}

    /** It shows a dispute of a payment. */
    record DisputeUpdated(String dispute, String payment, Kind kind, UndatedDetails shown) implements EventMeaning {}

    /** It warns that a payment is fraud; {@code kind} is the processor's code. */
    record FraudWarned(String warning, String payment, String kind, boolean actionable) implements EventMeaning {}

    /** Nothing; the code says why. */
    record Nothing(String code) implements EventMeaning {}
}
