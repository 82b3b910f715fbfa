package feewright.bench.run;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/** Prints invoices a second, and what they are of one another. */
final class RunReport {

    private RunReport() {}

    static void print(String name, long invoices, long nanos) {
        System.out.printf(
                "%-46s %10d invoices %8d a second%n", name, invoices, invoices * TimeUnit.SECONDS.toNanos(1) / nanos);
    }

    /** How many times as long the one took as the other. */
    static void ratio(String name, long of, long to) {
        System.out.printf(
                "  %-44s %10s%n", name, BigDecimal.valueOf(of).divide(BigDecimal.valueOf(to), 2, RoundingMode.HALF_UP));
    }

    static void machine() {
        System.out.printf(
                "%d processors, load %.1f, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }
}
