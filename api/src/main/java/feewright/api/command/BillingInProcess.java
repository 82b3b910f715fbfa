package feewright.api.command;

import feewright.api.clock.FirmClock;
import feewright.api.run.RunRequests;
import feewright.api.run.Workers;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Starts a run, or takes up those that are unfinished, and shows it until it is done. Instances beside it may take a share. */
record BillingInProcess(Parts parts, RunWatch watch, PrintStream out) {

    private static final int UNREADABLE = 2;
    private static final int UNFINISHED = 3;

    /** What runs are started with and looked at through. */
    private record Parts(
            Transactions transactions, Firms firms, RunRequests requests, BillingRuns runs, FirmClock clock) {}

    static BillingInProcess of(ApplicationContext context, Progress progress, PrintStream out) {
        Parts parts = new Parts(
                context.getBean(Transactions.class),
                context.getBean(Firms.class),
                context.getBean(RunRequests.class),
                context.getBean(BillingRuns.class),
                context.getBean(FirmClock.class));
        RunWatch.Parts watched =
                new RunWatch.Parts(parts.transactions(), parts.runs(), context.getBean(Workers.class), parts.clock());
        return new BillingInProcess(parts, new RunWatch(watched, progress, out), out);
    }

    /** Starts a run, and gives the exit code of the command. */
    int started(FirmId firm, RunRequest request) {
        Actor actor = Actor.scheduler(firm);
        if (!isThere(actor)) {
            return refused("no such firm");
        }
        Instant now = parts.clock().now(actor);
        Optional<StartRun.Outcome> started =
                parts.transactions().in(actor, () -> parts.requests().start(actor, request, now));
        if (started.isEmpty()) {
            return refused("the day has not come yet: it can only be run dry");
        }
        if (!(started.get() instanceof StartRun.Outcome.Started(BillingRun run))) {
            return refused("no such signed engagement");
        }
        return watched(firm, List.of(run));
    }

    /** Takes up the unfinished runs, and gives the exit code of the command. */
    int resumed(FirmId firm) {
        Actor actor = Actor.scheduler(firm);
        if (!isThere(actor)) {
            return refused("no such firm");
        }
        List<BillingRun> runs =
                parts.transactions().reading(actor, () -> parts.runs().unfinished(firm));
        out.println(runs.size() + " unfinished runs");
        return watched(firm, runs);
    }

    private boolean isThere(Actor actor) {
        return parts.transactions()
                .reading(actor, () -> parts.firms().find(actor.firm()))
                .isPresent();
    }

    private int watched(FirmId firm, List<BillingRun> runs) {
        try {
            int code = 0;
            for (BillingRun run : runs) {
                code = Math.max(code, watch.watched(run));
            }
            return code;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNFINISHED;
        } catch (RuntimeException failure) {
            out.println();
            out.println("stopped by " + failure.getClass().getName() + ": feewright bill --firm " + firm
                    + " --resume goes on from here");
            return UNFINISHED;
        }
    }

    private int refused(String why) {
        out.println(why);
        return UNREADABLE;
    }
}
