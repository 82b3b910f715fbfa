package feewright.run;

/** The part of a firm's engagements whose buckets are {@code [from, to)}, out of {@link #BUCKETS}: the ids scatter evenly. */
public record Slice(int from, int to) {

    /** How finely the work of a firm can be cut. */
    public static final int BUCKETS = 64;

    /** Due engagements that are worth a slice of their own. */
    private static final long WORTHWHILE = 500;

    /** Everything. */
    public static final Slice WHOLE = new Slice(0, BUCKETS);

    public Slice {
        if (from < 0 || to > BUCKETS || from >= to) {
            throw new IllegalArgumentException("not a slice");
        }
    }

    /** Slice {@code number} (from 0) of {@code count} equal ones. */
    public static Slice of(int number, int count) {
        return new Slice(BUCKETS * number / count, BUCKETS * (number + 1) / count);
    }

    /** Into how many slices so much due work is cut. */
    static int countFor(long due) {
        return Math.toIntExact(Math.clamp(Math.ceilDiv(due, WORTHWHILE), 1, BUCKETS));
    }
}
