package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.credit.ExpireCredits;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.TestClock;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the clock of a test firm to where it is bound, and on its way bills each day's dues on that day. It stops at every midnight
 * of every zone in which the firm bills; a midnight with nothing due costs a question. Where it is bound is kept, so a move that is
 * cut short is gone on with by whoever comes next.
 */
public record AdvanceClock(FirmClock clock, Steps steps, ScheduledStart scheduled, Workers workers) {

    private static final Duration WAIT = Duration.ofMillis(50);
    private static final int MOST_TRIES = 100;

    /** Where clocks are kept, what is due is found, and movers keep out of each other's way. */
    public record Steps(
            Transactions transactions, Firms firms, DueNow due, RunLocks locks, ExpireCredits expireCredits) {

        private Set<ZoneId> zones(FirmId firm) {
            return transactions.reading(Actor.scheduler(firm), () -> {
                Set<ZoneId> zones = new HashSet<>(due.work().zones(firm));
                firms.find(firm).map(Firm::zone).ifPresent(zones::add);
                return zones;
            });
        }

        private boolean isAnythingDue(FirmId firm, Instant at) {
            return transactions.reading(Actor.scheduler(firm), () -> due.isAnything(firm, at));
        }

        private void keep(FirmId firm, TestClock clock) {
            transactions.in(Actor.scheduler(firm), () -> {
                firms.keepClock(firm, clock);
                return clock;
            });
        }
    }

    /** Whether the clock is on its way. */
    public boolean isMoving(FirmId firm) {
        return clock.moved(Actor.scheduler(firm)).filter(TestClock::isMoving).isPresent();
    }

    /** Returns once the clock is where it is bound, whoever moved it there. */
    public void arrive(FirmId firm) {
        while (isMoving(firm)) {
            if (!goOn(firm)) {
                pause();
            }
        }
    }

    /** Moves the clock unless somebody else does; whether it did. */
    boolean goOn(FirmId firm) {
        Optional<RunLocks.Held> lock = steps.locks().take("test-clock/" + firm);
        if (lock.isEmpty()) {
            return false;
        }
        try (RunLocks.Held held = lock.get()) {
            Set<ZoneId> zones = steps.zones(firm);
            Optional<TestClock> at = clock.moved(Actor.scheduler(firm)).filter(TestClock::isMoving);
            at.ifPresent(start -> bill(firm, start.now()));
            while (at.isPresent() && held.holds()) {
                TestClock stop = nextStop(firm, zones, at.get());
                steps.keep(firm, stop);
                bill(firm, stop.now());
                at = clock.moved(Actor.scheduler(firm)).filter(TestClock::isMoving);
            }
        }
        return true;
    }

    /** The first midnight with something due; where the clock is bound, if that is nearer. */
    private TestClock nextStop(FirmId firm, Set<ZoneId> zones, TestClock from) {
        Instant at = nextMidnight(zones, from.now());
        while (at.isBefore(from.target()) && !steps.isAnythingDue(firm, at)) {
            at = nextMidnight(zones, at);
        }
        return new TestClock(at.isBefore(from.target()) ? at : from.target(), from.target());
    }

    private static Instant nextMidnight(Set<ZoneId> zones, Instant after) {
        return zones.stream()
                .map(zone -> LocalDate.ofInstant(after, zone)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Somebody else's run of the firm counts as well: whatever is unfinished is finished before the clock moves on. */
    private void bill(FirmId firm, Instant now) {
        steps.expireCredits().expire(firm, now);
        workers.finish(firm);
        for (int tried = 0; tried < MOST_TRIES && steps.isAnythingDue(firm, now); tried++) {
            boolean started = scheduled.start(firm, now);
            workers.finish(firm);
            if (started) {
                return;
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
