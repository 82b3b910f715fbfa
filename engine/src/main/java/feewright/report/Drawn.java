package feewright.report;

/** What came of asking for a report. */
public sealed interface Drawn<T> {

    /** The most rows of one report: what is larger is asked for in parts. */
    int MOST_ROWS = 20_000;

    record Up<T>(T report) implements Drawn<T> {}

    /** It would have more than {@link #MOST_ROWS} rows. */
    record TooLarge<T>() implements Drawn<T> {}

    /** There is no such client. */
    record NotFound<T>() implements Drawn<T> {}
}
