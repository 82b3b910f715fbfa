package feewright.rule;

import feewright.firm.Actor;
import feewright.firm.Ids;
import feewright.rule.Decision.Outcome;
import feewright.rule.Decision.Question;
import java.time.Instant;
import java.util.Collection;

/** Turns a verdict that is acted on into a decision, and keeps it. */
public record Judge(Rulebook rulebook, Decisions decisions, Ids ids) {

    /** Keeps the decision on {@code question} and gives it back. */
    public Decision record(RuleSet set, Question question, Outcome outcome, Ruling ruling) {
        Decision decision = decide(set, question, outcome, ruling);
        decisions.record(decision);
        return decision;
    }

    /** The decision, not kept yet: for callers that keep many at once. */
    public Decision decide(RuleSet set, Question question, Outcome outcome, Ruling ruling) {
        return new Decision(
                new DecisionId(ids.next()), set, question, outcome, ruling.verdict(), ruling.actor(), ruling.at());
    }

    /** Asks the rules whether an act may be done, keeps the decision, permitted or refused, and gives it back. */
    public Decision ask(RuleSet set, Question question, Collection<? extends Fact> facts, By by) {
        Verdict verdict = rulebook.judge(set, facts);
        Outcome outcome = verdict.isPermitted() ? Outcome.PERMITTED : Outcome.REFUSED;
        return record(set, question, outcome, new Ruling(verdict, by.actor(), by.at()));
    }

    /** Keeps that the engine itself refuses, with the pack in force, and gives the decision back. */
    public Decision refuse(Refusal refusal, Question question, Actor actor, Instant at) {
        Verdict verdict = refusal.verdict(rulebook.pack(), question.subject());
        return record(refusal.set(), question, Outcome.REFUSED, new Ruling(verdict, actor, at));
    }

    /** Who asks, and when. */
    public record By(Actor actor, Instant at) {}

    /** A verdict, who asked for it and when. */
    public record Ruling(Verdict verdict, Actor actor, Instant at) {}
}
