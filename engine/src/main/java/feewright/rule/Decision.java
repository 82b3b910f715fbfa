package feewright.rule;

import feewright.firm.Actor;
import java.time.Instant;

/** A verdict as it was acted on: the firing log's unit. Kept whether the act was permitted or refused. */
public record Decision(
        DecisionId id, RuleSet set, Question question, Outcome outcome, Verdict verdict, Actor actor, Instant at) {

    /** What was asked, of what: {@code issue-invoice} of {@code engagement/…}. */
    public record Question(String action, String subject) {}

    /** Whether the act was done. */
    public enum Outcome {
        PERMITTED,
        REFUSED
    }
}
