package feewright.api.archive;

import feewright.report.Difference;
import feewright.report.Reconciliation;
import java.util.List;
import java.util.stream.Stream;

/** What a reconciliation found, in lines for whoever imports: each check that differs with its count, and the first of what differs. */
final class BookFaults {

    private static final int MOST_NAMED = 10;

    private BookFaults() {}

    static List<String> of(Reconciliation books) {
        return books.checks().stream()
                .filter(check -> !check.isClean())
                .flatMap(check -> Stream.concat(
                        Stream.of("books-differ: %s: %d of %d"
                                .formatted(check.check(), check.differing(), check.looked())),
                        check.differences().stream().limit(MOST_NAMED).map(BookFaults::line)))
                .toList();
    }

    private static String line(Difference difference) {
        return "books-differ: %s %s: expected %s, found %s"
                .formatted(difference.subject(), difference.id(), difference.expected(), difference.found());
    }
}
