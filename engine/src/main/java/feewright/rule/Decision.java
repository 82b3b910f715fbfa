package feewright.rule;

import feewright.platform.Actor;
import feewright.platform.Coded;
import java.time.Instant;

/** A verdict as it was acted on: the firing log's unit. Kept whether the act was permitted or refused. */
public record Decision(
        DecisionId id, RuleSet set, Request question, Outcome outcome, Verdict verdict, Actor actor, Instant at) {

    /** What was asked, of what: {@code issue-invoice} of {@code engagement/…}. */
    public record Request(String action, String subject) {}

    /** Whether the act was done. */
    public enum Outcome implements Coded {
        PERMITTED,
        REFUSED
    }
}
