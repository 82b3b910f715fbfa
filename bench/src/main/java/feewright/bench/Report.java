package feewright.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Prints latencies in microseconds, and what they are of one another. */
record Report(PrintStream out) {

    void title(String title) {
        out.printf("%n%-46s %8s %8s %8s%n", title, "p50 µs", "p99 µs", "samples");
    }

    void rows(Map<String, Samples> rows) {
        rows.forEach((name, samples) -> out.printf(
                "  %-44s %8d %8d %8d%n", name, samples.p50() / 1_000, samples.p99() / 1_000, samples.count()));
    }

    void ratio(String name, Samples of, Samples to) {
        out.printf("  %-44s %8s %8s%n", name, ratio(of.p50(), to.p50()), ratio(of.p99(), to.p99()));
    }

    void note(String text) {
        out.println("  " + text);
    }

    private static BigDecimal ratio(long of, long to) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(to), 2, RoundingMode.HALF_UP);
    }
}
