package feewright.processor;

import feewright.attempt.ProcessorCall;
import feewright.refund.RefundCall;

/** What a processor has to be asked because of an event, outside any transaction. */
public sealed interface FollowUpCall {

    record OfAttempt(ProcessorCall errand) implements FollowUpCall {}

    record OfRefunds(RefundCall errand) implements FollowUpCall {}
}
