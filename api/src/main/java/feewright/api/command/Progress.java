package feewright.api.command;

import feewright.api.run.ProgressEstimate;
import feewright.run.BillingRun;
import feewright.run.RunProgress;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Shows how far a run is: a bar that is drawn over on a terminal, a line every few seconds elsewhere. */
final class Progress {

    private static final int BAR = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(500);

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** How long to wait before showing again. */
    Duration pause() {
        return terminal ? BETWEEN_BARS : BETWEEN_LINES;
    }

    /** Shows the progress of a run that is not finished. */
    void show(BillingRun run, RunProgress progress, Instant now) {
        String line = line(run, progress, now);
        if (terminal) {
            out.print("\r" + bar(progress) + " " + line + " ".repeat(Math.max(0, drawn - line.length())));
            out.flush();
            drawn = line.length();
        } else {
            out.println("run " + run.id() + ": " + line);
        }
    }

    /** Leaves the bar as it stands. */
    void end() {
        if (drawn > 0) {
            out.println();
            drawn = 0;
        }
    }

    static String line(BillingRun run, RunProgress progress, Instant now) {
        ProgressEstimate pace = new ProgressEstimate(progress.done(), Duration.between(run.startedAt(), now));
        BigDecimal rate = pace.perSecond();
        Long seconds = pace.secondsFor(progress.due() - progress.done());
        return progress.done() + "/" + progress.due() + " engagements"
                + (rate == null ? "" : ", " + rate + "/s")
                + (seconds == null ? "" : ", " + seconds + " s left");
    }

    private static String bar(RunProgress progress) {
        long due = Math.max(1, progress.due());
        int full = Math.toIntExact(BAR * Math.min(progress.done(), due) / due);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }
}
