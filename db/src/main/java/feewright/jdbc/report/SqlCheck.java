package feewright.jdbc.report;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.report.Checked;
import feewright.report.ConsistencyCheck;
import feewright.report.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A check that is one query: of everything that it looks at, the id, what follows from the facts and what is there. What differs is
 * counted in full, and the first by id are named.
 */
record SqlCheck(Statements statements, String name, String subject, String sql) implements ConsistencyCheck {

    private static final Comparator<Difference> BY_ID = Comparator.comparing(Difference::id);

    @Override
    public Checked on(FirmId firm, int most) {
        long[] counts = new long[2];
        Queue<Difference> lastFirst = new PriorityQueue<>(BY_ID.reversed());
        statements.each(sql, Parameters.of(firm), row -> {
            counts[0]++;
            if (!Objects.equals(row.maybeText("expected"), row.maybeText("found"))) {
                counts[1]++;
                lastFirst.add(new Difference(subject, row.text("id"), row.text("expected"), row.text("found")));
                if (lastFirst.size() > most) {
                    lastFirst.remove();
                }
            }
            return counts;
        });
        List<Difference> named = new ArrayList<>(lastFirst);
        named.sort(BY_ID);
        return new Checked(name, counts[0], counts[1], named);
    }
}
