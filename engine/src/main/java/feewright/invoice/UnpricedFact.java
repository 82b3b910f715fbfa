package feewright.invoice;

import feewright.rule.Fact;
import feewright.time.TimeEntryId;

/** That due time has no rate in effect on its day. */
public record UnpricedFact(TimeEntryId entry, int version) implements Fact {

    @Override
    public String ref() {
        return "unpriced/" + entry + "@" + version;
    }
}
