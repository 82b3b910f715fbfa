package feewright.processor;

import feewright.attempt.AttemptId;
import feewright.attempt.Report;

/** What an event of a processor means here. */
public sealed interface EventMeaning {

    /** It says so of an attempt. */
    record Says(AttemptId attempt, Report report) implements EventMeaning {}

    /** Nothing; the code says why. */
    record Nothing(String code) implements EventMeaning {}
}
