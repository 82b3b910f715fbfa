package feewright.api.report;

import feewright.report.Checked;
import feewright.report.Difference;
import feewright.report.Reconciliation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the checks of the books found. Ids and amounts in minor units only. */
record ReconciliationView(boolean clean, List<CheckView> checks) implements Table {

    /** How many things were looked at and how many differ; the first hundred of these are named. */
    record CheckView(String check, long checked, long differing, List<ReconciliationDifferenceView> differences) {

        static CheckView of(Checked checked) {
            return new CheckView(
                    checked.check(),
                    checked.looked(),
                    checked.differing(),
                    checked.differences().stream()
                            .map(ReconciliationDifferenceView::of)
                            .toList());
        }
    }

    record ReconciliationDifferenceView(String subject, String id, String expected, String found) {

        static ReconciliationDifferenceView of(Difference difference) {
            return new ReconciliationDifferenceView(
                    difference.subject(), difference.id(), difference.expected(), difference.found());
        }
    }

    static ReconciliationView of(Reconciliation reconciliation) {
        return new ReconciliationView(
                reconciliation.isClean(),
                reconciliation.checks().stream().map(CheckView::of).toList());
    }

    @Override
    public List<String> header() {
        return List.of("check", "checked", "differing", "subject", "id", "expected", "found");
    }

    /** A row for each difference that is named, and one for each check without. */
    @Override
    public Stream<List<@Nullable Object>> cells() {
        return checks.stream()
                .flatMap(check -> check.differences().isEmpty()
                        ? Stream.of(
                                Cells.row(check.check(), check.checked(), check.differing(), null, null, null, null))
                        : check.differences().stream()
                                .map(one -> Cells.row(
                                        check.check(),
                                        check.checked(),
                                        check.differing(),
                                        one.subject(),
                                        one.id(),
                                        one.expected(),
                                        one.found())));
    }
}
