package feewright.rule;

import feewright.platform.PersonId;
import java.time.Instant;
import java.util.List;

/** A decision as the firing log gives it back. Role codes are those that the actor had then. */
public record RecordedDecision(
        DecisionId id,
        RuleSet set,
        Decision.Request question,
        Decision.Outcome outcome,
        Verdict verdict,
        PersonId actor,
        List<String> roles,
        Instant at) {}
