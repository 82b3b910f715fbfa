package feewright.rule;

import feewright.platform.Actor;
import feewright.platform.Ids;
import feewright.rule.Decision.Outcome;
import feewright.rule.Decision.Request;
import java.time.Instant;
import java.util.Collection;

/** Turns a verdict that is acted on into a decision, and keeps it. */
public record DecisionMaker(Rulebook rulebook, Decisions decisions, Ids ids) {

    /** Keeps the decision on {@code question} and gives it back. */
    public Decision record(RuleSet set, Request question, Outcome outcome, Basis ruling) {
        Decision decision = decide(set, question, outcome, ruling);
        decisions.record(decision);
        return decision;
    }

    /** The decision, not kept yet: for callers that keep many at once. */
    public Decision decide(RuleSet set, Request question, Outcome outcome, Basis ruling) {
        return new Decision(
                new DecisionId(ids.next()), set, question, outcome, ruling.verdict(), ruling.actor(), ruling.at());
    }

    /** Asks the rules whether an act may be done, keeps the decision, permitted or refused, and gives it back. */
    public Decision ask(RuleSet set, Request question, Collection<? extends Fact> facts, Requester by) {
        Verdict verdict = rulebook.judge(set, facts);
        Outcome outcome = verdict.isPermitted() ? Outcome.PERMITTED : Outcome.REFUSED;
        return record(set, question, outcome, new Basis(verdict, by.actor(), by.at()));
    }

    /** Keeps that the engine itself refuses, with the pack in force, and gives the decision back. */
    public Decision refuse(Refusal refusal, Request question, Actor actor, Instant at) {
        Verdict verdict = refusal.verdict(rulebook.pack(), question.subject());
        return record(refusal.set(), question, Outcome.REFUSED, new Basis(verdict, actor, at));
    }

    /** Who asks, and when. */
    public record Requester(Actor actor, Instant at) {}

    /** A verdict, who asked for it and when. */
    public record Basis(Verdict verdict, Actor actor, Instant at) {}
}
