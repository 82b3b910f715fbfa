package feewright.bench;

import java.time.LocalDate;

/** An engagement with a long past: always five open entries in its oldest unbilled month, and everything before that billed. */
final class History {

    static final int PERIODS = 120;
    static final int ENTRIES = 10_000;

    private final Books books;
    private final Books.Case engagement;
    private LocalDate month;

    private History(Books books, Books.Case engagement, LocalDate start) {
        this.books = books;
        this.engagement = engagement;
        this.month = start;
    }

    /** Bills so many periods and entries, and leaves {@code periodsAhead} periods to be billed. */
    static History lived(Books books, int periodsAhead) {
        LocalDate start = books.lastMonth().minusMonths(PERIODS + periodsAhead);
        History history = new History(books, books.signed(start), start);
        for (int period = 0; period < PERIODS; period++) {
            books.together(() -> {
                books.work(history.engagement, history.month, Math.ceilDiv(ENTRIES, PERIODS));
                books.issue(history.engagement);
            });
            history.month = history.month.plusMonths(1);
        }
        history.work();
        return history;
    }

    Books.Case engagement() {
        return engagement;
    }

    /** After its open work was billed: the next month's. */
    void goOn() {
        month = month.plusMonths(1);
        work();
    }

    private void work() {
        books.together(() -> books.work(engagement, month, 5));
    }
}
