package feewright.stripe;

import feewright.attempt.AttemptId;
import feewright.attempt.Report;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.Shown;
import feewright.refund.RefundId;
import feewright.refund.RefundReport;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a stored event means to the engine. */
public sealed interface EventReading {

    /** It says so of this attempt, if the firm of the event's account has such an attempt. */
    record Interpreted(AttemptId attempt, Report report) implements EventReading {}

    /** It says so of a refund of a PaymentIntent; ours is null where its metadata names none. */
    record OfRefund(String payment, @Nullable RefundId ours, Money amount, RefundReport report)
            implements EventReading {}

    /** So much in all was given back of a PaymentIntent. */
    record HasRefunded(String payment, Money inAll) implements EventReading {}

    /** It shows a dispute of a PaymentIntent. */
    record OfDispute(String dispute, String payment, Kind kind, Shown shown) implements EventReading {}

    /** It warns that a PaymentIntent is fraud. */
    record OfFraudWarning(String warning, String payment, String kind, boolean actionable) implements EventReading {}

    /** It is kept and changes nothing; the code says why. */
    record Uninterpreted(String code) implements EventReading {}
}
