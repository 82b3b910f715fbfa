package feewright.report;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.List;

/** Whether the billing cursor of every engagement says what its terms, its claims and its invoices do. Read in pages. */
public record CursorCheck(BilledPositions positions) implements ConsistencyCheck {

    private static final int PAGE = 200;

    @Override
    public String name() {
        return "billing_cursors";
    }

    @Override
    public Checked on(FirmId firm, int most) {
        List<Difference> named = new ArrayList<>();
        long looked = 0;
        long differing = 0;
        EngagementId after = null;
        List<BilledPosition> page;
        do {
            page = positions.next(firm, after, PAGE);
            for (BilledPosition position : page) {
                List<Difference> found = position.differences();
                looked++;
                differing += found.size();
                found.stream().limit(most - named.size()).forEach(named::add);
                after = position.engagement().id();
            }
        } while (page.size() == PAGE);
        return new Checked(name(), looked, differing, named);
    }
}
