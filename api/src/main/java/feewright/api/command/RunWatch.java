package feewright.api.command;

import feewright.api.clock.FirmClock;
import feewright.api.run.Workers;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.StorageUnavailable;
import feewright.platform.Transactions;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.BillingRuns.After;
import feewright.run.BillingRuns.ItemFilter;
import feewright.run.RunItem;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a run until it is finished, keeps the workers at it, and prints what came of it. */
record RunWatch(Parts parts, Progress shown, PrintStream out) {

    private static final int PAGE = 500;
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration WAKE = Duration.ofSeconds(1);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);

    /** Where a run is looked at, and who works it. */
    record Parts(Transactions transactions, BillingRuns runs, Workers workers, FirmClock clock) {}

    /** Workers are woken again and again, because a slice may be held by an instance that has died. */
    int watched(BillingRun run) throws InterruptedException {
        RunProgress progress = progress(run);
        Duration sinceWoken = WAKE;
        Duration sinceShown = shown.pause();
        while (progress.finishedAt() == null) {
            if (sinceWoken.compareTo(WAKE) >= 0) {
                parts.workers().wake(run.firm());
                sinceWoken = Duration.ZERO;
            }
            if (sinceShown.compareTo(shown.pause()) >= 0) {
                shown.show(run, progress, parts.clock().now(run.firm()));
                sinceShown = Duration.ZERO;
            }
            Thread.sleep(LOOK);
            sinceWoken = sinceWoken.plus(LOOK);
            sinceShown = sinceShown.plus(LOOK);
            progress = awaitedProgress(run);
        }
        shown.end();
        List<RunItem> aside = aside(run);
        new RunReport(run, progress, aside).lines().forEach(out::println);
        return aside.isEmpty() ? 0 : 1;
    }

    /** A database that is away is waited for, no longer than a while: the workers go on when it is back. */
    private RunProgress awaitedProgress(BillingRun run) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        do {
            try {
                return progress(run);
            } catch (StorageUnavailable away) {
                out.println("the database cannot be reached: waiting");
                Thread.sleep(WAKE);
            }
        } while (System.nanoTime() < until);
        return progress(run);
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

    private <T> T reading(FirmId firm, Supplier<T> work) {
        return parts.transactions().reading(Actor.scheduler(firm), work);
    }
}
