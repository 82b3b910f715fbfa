package feewright.jdbc;

import feewright.firm.FirmId;
import feewright.report.BookCheck;
import feewright.report.Checked;
import feewright.report.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * A check that is one statement. It gives everything that it looked at an id, what follows from the facts and what is there, and
 * tells of all how many they are, and of those that differ which.
 */
record SqlCheck(Statements statements, String name, String subject, String sql) implements BookCheck {

    @Override
    public Checked on(FirmId firm, int most) {
        long[] counts = new long[2];
        List<Difference> differences = new ArrayList<>();
        statements.results(sql, Parameters.of(firm).integer("most", most), List.of(row -> {
            counts[0] = row.bigint("looked");
            counts[1] = row.bigint("differing");
            return row.maybeText("id") == null
                    || differences.add(
                            new Difference(subject, row.text("id"), row.text("expected"), row.text("found")));
        }));
        return new Checked(name, counts[0], counts[1], differences);
    }
}
