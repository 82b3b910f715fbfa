package feewright.report;

/** What came of asking for a report. */
public sealed interface ReportResult<T> {

    /** The most rows of one report: what is larger is asked for in parts. */
    int MOST_ROWS = 20_000;

    record Ready<T>(T report) implements ReportResult<T> {}

    /** It would have more than {@link #MOST_ROWS} rows. */
    record TooLarge<T>() implements ReportResult<T> {}

    /** There is no such client. */
    record NotFound<T>() implements ReportResult<T> {}
}
