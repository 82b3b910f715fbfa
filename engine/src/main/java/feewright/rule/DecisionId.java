package feewright.rule;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a decision of the rulebook. A UUIDv7. */
public record DecisionId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
