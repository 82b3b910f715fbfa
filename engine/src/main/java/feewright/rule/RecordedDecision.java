package feewright.rule;

import feewright.firm.PersonId;
import java.time.Instant;
import java.util.List;

/** A decision as the firing log gives it back. Role codes are those that the actor had then. */
public record RecordedDecision(
        DecisionId id,
        RuleSet set,
        Decision.Question question,
        Decision.Outcome outcome,
        Verdict verdict,
        PersonId actor,
        List<String> roles,
        Instant at) {}
