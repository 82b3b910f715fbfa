package feewright.refund;

import feewright.attempt.AttemptEvent;
import java.time.Instant;

/**
 * Something that was said of a refund: a fact, numbered from 1. Where no rule permitted it, it is kept and counts for nothing. The entry
 * of its effect is the one that gave the money, or brought it back.
 */
public record RefundEvent(
        int number, RefundUpdate report, AttemptEvent.Source source, Instant at, AttemptEvent.Effect effect) {}
