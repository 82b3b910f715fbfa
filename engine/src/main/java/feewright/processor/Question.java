package feewright.processor;

import feewright.attempt.Errand;
import feewright.refund.RefundErrand;

/** What a processor has to be asked because of an event, outside any transaction. */
public sealed interface Question {

    record OfAttempt(Errand errand) implements Question {}

    record OfRefunds(RefundErrand errand) implements Question {}
}
