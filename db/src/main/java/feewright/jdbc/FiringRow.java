package feewright.jdbc;

import feewright.rule.Decision;
import feewright.rule.Firing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of decision_firing. */
record FiringRow(UUID decision, int number, String rule, String code, List<String> facts) {

    static List<FiringRow> of(Decision decision) {
        List<FiringRow> rows = new ArrayList<>();
        for (Firing firing : decision.verdict().firings()) {
            rows.add(new FiringRow(
                    decision.id().value(), rows.size() + 1, firing.rule(), firing.code(), firing.facts()));
        }
        return rows;
    }
}
