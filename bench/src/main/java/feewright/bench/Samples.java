package feewright.bench;

import java.util.Arrays;

/** Durations of one thing, in nanoseconds, in the order that they were taken. */
final class Samples {

    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    long p50() {
        return percentile(50);
    }

    long p99() {
        return percentile(99);
    }

    /** The smallest duration that this many of a hundred do not exceed. */
    private long percentile(int percent) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.ceilDiv(count * percent, 100) - 1];
    }
}
