package feewright.report;

import java.util.List;

/** What a check found: how many things it looked at, how many differ, and the first of these. */
public record Checked(String check, long looked, long differing, List<Difference> differences) {

    public Checked {
        differences = List.copyOf(differences);
    }

    public boolean isClean() {
        return differing == 0;
    }
}
