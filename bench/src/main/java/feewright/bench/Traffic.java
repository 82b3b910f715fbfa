package feewright.bench;

/** What went between application and database: round trips (a BEGIN travels with the first statement), rows read and written. */
final class Traffic {

    private int trips;
    private int rowsRead;
    private int rowsWritten;

    void trip() {
        trips++;
    }

    void read() {
        rowsRead++;
    }

    void wrote(int rows) {
        rowsWritten += rows;
    }

    @Override
    public String toString() {
        return "%d round trips, %d rows read, %d rows written".formatted(trips, rowsRead, rowsWritten);
    }
}
