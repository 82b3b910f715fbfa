package feewright.api.wiring;

import feewright.api.clock.FirmClock;
import feewright.api.command.BillArguments;
import feewright.api.command.Console;
import feewright.api.run.RunRequests;
import feewright.api.run.Workers;
import feewright.firm.Actor;
import feewright.firm.Firms;
import feewright.firm.Transactions;
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

    private static final int UNFINISHED = 3;

    /** What runs are started with and looked at through. */
    private record Parts(
            Transactions transactions, Firms firms, RunRequests requests, BillingRuns runs, FirmClock clock) {}

    static BillingInProcess of(ApplicationContext context, Console console, PrintStream out) {
        Parts parts = new Parts(
                context.getBean(Transactions.class),
                context.getBean(Firms.class),
                context.getBean(RunRequests.class),
                context.getBean(BillingRuns.class),
                context.getBean(FirmClock.class));
        RunWatch.Parts watched =
                new RunWatch.Parts(parts.transactions(), parts.runs(), context.getBean(Workers.class), parts.clock());
        return new BillingInProcess(parts, new RunWatch(watched, console, out), out);
    }

    /** Gives the exit code of the command. */
    int bill(BillArguments arguments) {
        Actor actor = Actor.scheduler(arguments.firm());
        if (parts.transactions()
                .reading(actor, () -> parts.firms().find(actor.firm()))
                .isEmpty()) {
            return refused("no such firm");
        }
        List<BillingRun> runs;
        if (arguments.resume()) {
            runs = parts.transactions().reading(actor, () -> parts.runs().unfinished(actor.firm()));
            out.println(runs.size() + " unfinished runs");
        } else {
            Optional<StartRun.Outcome> started = started(actor, arguments.request());
            if (started.isEmpty()) {
                return refused("the day has not come yet: it can only be run dry");
            }
            if (!(started.get() instanceof StartRun.Outcome.Started(BillingRun run))) {
                return refused("no such signed engagement");
            }
            runs = List.of(run);
        }
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
            out.println("stopped by " + failure.getClass().getName() + ": bill --resume goes on from here");
            return UNFINISHED;
        }
    }

    private Optional<StartRun.Outcome> started(Actor actor, RunRequest request) {
        Instant now = parts.clock().now(actor);
        return parts.transactions().in(actor, () -> parts.requests().start(actor, request, now));
    }

    private int refused(String why) {
        out.println(why);
        return Bill.UNREADABLE;
    }
}
