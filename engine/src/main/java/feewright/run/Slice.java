package feewright.run;

import java.util.List;
import java.util.stream.IntStream;

/** The places {@code [from, to)} of a run's work list: what one worker takes at a time. */
public record Slice(int number, int from, int to) {

    /** Due engagements that are worth a slice of their own. */
    private static final int WORTHWHILE = 500;

    /** Each slice leaves the row of a lock behind, and no firm is worked by more at once. */
    private static final int MOST = 256;

    public Slice {
        if (number < 0 || number >= MOST || from < 0 || to < from) {
            throw new IllegalArgumentException("not a slice");
        }
    }

    /** A list of so many places in slices that differ by at most one place; of nothing, one empty slice. */
    public static List<Slice> cut(int due) {
        int count = Math.clamp(Math.ceilDiv(due, WORTHWHILE), 1, MOST);
        return IntStream.range(0, count)
                .mapToObj(number -> new Slice(number, border(due, number, count), border(due, number + 1, count)))
                .toList();
    }

    private static int border(long due, int number, int count) {
        return Math.toIntExact(due * number / count);
    }
}
