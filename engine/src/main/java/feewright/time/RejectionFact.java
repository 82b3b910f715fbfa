package feewright.time;

import feewright.rule.Fact;

/** That somebody asks to reject a version, or to take its approval back, having seen that version. */
public record RejectionFact(TimeEntryId entry, int seenVersion) implements Fact {

    @Override
    public String ref() {
        return "rejection/" + entry + "@" + seenVersion;
    }
}
