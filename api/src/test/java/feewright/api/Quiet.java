package feewright.api;

/** What a test needs of the database that all share: most need nothing, for each has a firm of its own. */
final class Quiet {

    /** Held for reading by tests that run beside others, and for writing by those that would disturb them or be disturbed. */
    static final String DATABASE = "the database that all tests share";

    private Quiet() {}
}
