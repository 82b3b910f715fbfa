package feewright.api.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import feewright.api.paging.Page;
import feewright.api.report.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions, newest first: a page of them as JSON, all of them as CSV. */
record DecisionsView(
        List<DecisionView> items,
        @Nullable String nextCursor,
        @JsonIgnore DecisionLog log) implements Table {

    static DecisionsView of(Page<DecisionView> page, DecisionLog log) {
        return new DecisionsView(page.items(), page.nextCursor(), log);
    }

    @Override
    public List<String> header() {
        return DecisionLog.HEADER;
    }

    @Override
    public Stream<List<@Nullable Object>> cells() {
        return log.rows();
    }
}
