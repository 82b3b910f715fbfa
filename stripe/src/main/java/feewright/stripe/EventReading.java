package feewright.stripe;

import feewright.attempt.AttemptId;
import feewright.attempt.Report;

/** What a stored event means to the engine. */
public sealed interface EventReading {

    /** It says so of this attempt, if the firm of the event's account has such an attempt. */
    record Interpreted(AttemptId attempt, Report report) implements EventReading {}

    /** It is kept and changes nothing; the code says why. */
    record Uninterpreted(String code) implements EventReading {}
}
