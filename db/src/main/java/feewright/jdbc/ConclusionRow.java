package feewright.jdbc;

import feewright.rule.Conclusion;
import feewright.rule.Decision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of decision_conclusion. */
record ConclusionRow(UUID decision, int number, String kind, String code, String subject) {

    static List<ConclusionRow> of(Decision decision) {
        List<ConclusionRow> rows = new ArrayList<>();
        for (Conclusion conclusion : decision.verdict().conclusions()) {
            rows.add(new ConclusionRow(
                    decision.id().value(), rows.size() + 1, kind(conclusion), conclusion.code(), conclusion.subject()));
        }
        return rows;
    }

    static Conclusion read(Row row) throws SQLException {
        String code = row.text("code");
        String subject = row.text("subject");
        return switch (row.text("kind")) {
            case "justification" -> new Conclusion.Justification(code, subject);
            case "violation" -> new Conclusion.Violation(code, subject);
            case "permit" -> new Conclusion.Permit(code, subject);
            default -> throw new IllegalStateException("a kind that the table refuses");
        };
    }

    private static String kind(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Justification _ -> "justification";
            case Conclusion.Violation _ -> "violation";
            case Conclusion.Permit _ -> "permit";
        };
    }
}
