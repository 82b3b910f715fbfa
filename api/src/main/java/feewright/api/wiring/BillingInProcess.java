package feewright.api.wiring;

import feewright.api.command.BillArguments;
import feewright.api.command.Console;
import feewright.api.command.RunReport;
import feewright.api.run.RunRequests;
import feewright.api.run.Workers;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.firm.Transactions;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.BillingRuns.After;
import feewright.run.BillingRuns.ItemFilter;
import feewright.run.RunItem;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import feewright.run.RunRequest;
import feewright.run.StartRun;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Starts a run, or takes up those that are unfinished, and shows it until it is done. Instances beside it may take a share. */
record BillingInProcess(Parts parts, Workers workers, Console console, PrintStream out) {

    private static final int UNFINISHED = 3;
    private static final int PAGE = 500;
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration WAKE = Duration.ofSeconds(1);

    /** What runs are started with and looked at through. */
    private record Parts(Transactions transactions, Firms firms, RunRequests requests, BillingRuns runs, Clock clock) {}

    static BillingInProcess of(ApplicationContext context, Console console, PrintStream out) {
        Parts parts = new Parts(
                context.getBean(Transactions.class),
                context.getBean(Firms.class),
                context.getBean(RunRequests.class),
                context.getBean(BillingRuns.class),
                context.getBean(Clock.class));
        return new BillingInProcess(parts, context.getBean(Workers.class), console, out);
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
                code = Math.max(code, watched(run));
            }
            return code;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNFINISHED;
        } catch (RuntimeException failure) {
            console.end();
            out.println("stopped by " + failure.getClass().getName() + ": bill --resume goes on from here");
            return UNFINISHED;
        }
    }

    private Optional<StartRun.Outcome> started(Actor actor, RunRequest request) {
        Instant now = parts.clock().instant();
        return parts.transactions().in(actor, () -> parts.requests().start(actor, request, now));
    }

    private int refused(String why) {
        out.println(why);
        return Bill.UNREADABLE;
    }

    /** Workers are woken again and again, because a slice may be held by an instance that has died. */
    private int watched(BillingRun run) throws InterruptedException {
        RunProgress progress = progress(run);
        Duration sinceWoken = WAKE;
        Duration sinceShown = console.pause();
        while (progress.finishedAt() == null) {
            if (sinceWoken.compareTo(WAKE) >= 0) {
                workers.wake(run.firm());
                sinceWoken = Duration.ZERO;
            }
            if (sinceShown.compareTo(console.pause()) >= 0) {
                console.show(run, progress, parts.clock().instant());
                sinceShown = Duration.ZERO;
            }
            Thread.sleep(LOOK);
            sinceWoken = sinceWoken.plus(LOOK);
            sinceShown = sinceShown.plus(LOOK);
            progress = progress(run);
        }
        console.end();
        List<RunItem> aside = aside(run);
        new RunReport(run, progress, aside).lines().forEach(out::println);
        return aside.isEmpty() ? 0 : 1;
    }

    private RunProgress progress(BillingRun run) {
        return reading(run.firm(), () -> parts.runs().progress(run));
    }

    private List<RunItem> aside(BillingRun run) {
        List<RunItem> aside = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome.setsAside()) {
                addAll(run, outcome, aside);
            }
        }
        return aside;
    }

    private void addAll(BillingRun run, Outcome outcome, List<RunItem> items) {
        @Nullable After after = null;
        List<RunItem> page;
        do {
            ItemFilter filter = new ItemFilter(outcome, after);
            page = reading(run.firm(), () -> parts.runs().items(run, filter, PAGE));
            items.addAll(page);
            RunItem last = page.isEmpty() ? null : page.getLast();
            after = last == null ? null : new After(last.engagement(), last.billing(), outcome);
        } while (page.size() == PAGE);
    }

    private <T> T reading(FirmId firm, java.util.function.Supplier<T> work) {
        return parts.transactions().reading(Actor.scheduler(firm), work);
    }
}
