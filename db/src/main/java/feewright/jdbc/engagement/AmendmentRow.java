package feewright.jdbc.engagement;

import feewright.engagement.EngagementAmendments;
import feewright.engagement.Pause;
import feewright.jdbc.sql.Row;
import java.sql.Date;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the view agreement says of the course of an engagement. */
final class AmendmentRow {

    private AmendmentRow() {}

    static EngagementAmendments read(Row row) throws SQLException {
        List<@Nullable Date> firsts = row.elements("pause_days", Date[].class);
        List<@Nullable Date> resumed = row.elements("resume_days", Date[].class);
        List<Pause> pauses = new ArrayList<>();
        for (int place = 0; place < firsts.size(); place++) {
            Date over = resumed.get(place);
            pauses.add(new Pause(
                    Objects.requireNonNull(firsts.get(place)).toLocalDate(), over == null ? null : over.toLocalDate()));
        }
        return new EngagementAmendments(row.maybeDate("ended_on"), pauses);
    }
}
