package feewright.report;

import java.util.List;

/** What all checks found. */
public record Reconciliation(List<Checked> checks) {

    public Reconciliation {
        checks = List.copyOf(checks);
    }

    /** Whether nothing differs. */
    public boolean isClean() {
        return checks.stream().allMatch(Checked::isClean);
    }
}
