package feewright.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Prints latencies in microseconds, and what they are of one another. */
record Report(PrintStream out) {

    void title(String title) {
        out.printf("%n%-46s %8s %8s %8s%n", title, "p50 µs", "p99 µs", "samples");
    }

    void rows(List<Measure> rows) {
        for (Measure row : rows) {
            Samples samples = row.samples();
            out.printf(
                    "  %-44s %8d %8d %8d%n", row.name(), samples.p50() / 1_000, samples.p99() / 1_000, samples.count());
        }
    }

    void ratio(String name, Measure of, Measure to) {
        out.printf(
                "  %-44s %8s %8s%n",
                name,
                ratio(of.samples().p50(), to.samples().p50()),
                ratio(of.samples().p99(), to.samples().p99()));
    }

    void note(String text) {
        out.println("  " + text);
    }

    private static BigDecimal ratio(long of, long to) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(to), 2, RoundingMode.HALF_UP);
    }
}
