package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.api.rounds.FirmRounds;
import feewright.credit.ExpireCredits;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.firm.Transactions;
import feewright.run.BillingRuns;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes through all firms again and again: takes up what is unfinished, whoever began it, and starts what is due. */
@Component
final class BillingSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BillingSchedule.class);

    private final BillingSettings settings;
    private final Rounds rounds;
    private final Workers workers;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("billing-schedule").daemon().factory());
    private volatile boolean running;
    private @Nullable ScheduledFuture<?> ticking;

    BillingSchedule(BillingSettings settings, Rounds rounds, Workers workers) {
        this.settings = settings;
        this.rounds = rounds;
        this.workers = workers;
    }

    /** One round through the firms. */
    @Component
    record Rounds(
            Transactions transactions,
            Firms firms,
            BillingRuns runs,
            ScheduledStart scheduled,
            FirmClock clock,
            AdvanceClock advanceClock,
            ExpireCredits expireCredits) {

        /** Cheap where nothing expired: one look at an index. Repeated by every instance, it writes each expiry once. */
        private void expire(FirmId firm) {
            expireCredits.expire(firm, clock.now(firm));
        }

        private boolean hasWork(FirmId firm) {
            boolean unfinished = transactions.reading(
                    Actor.scheduler(firm), () -> !runs.unfinished(firm).isEmpty());
            return scheduled.start(firm, clock.now(firm)) || unfinished;
        }
    }

    private void tick() {
        for (FirmId firm : FirmRounds.shuffled(rounds.firms())) {
            if (!running) {
                return;
            }
            try {
                rounds.expire(firm);
                if (rounds.advanceClock().isMoving(firm)) {
                    workers.submit(() -> goOn(firm));
                } else if (rounds.hasWork(firm)) {
                    workers.wake(firm);
                }
            } catch (RuntimeException failure) {
                LOG.warn(
                        "billing of firm {} did not start: {}",
                        firm,
                        failure.getClass().getName());
            }
        }
    }

    /** A clock whose mover died is moved on. */
    private void goOn(FirmId firm) {
        try {
            rounds.advanceClock().goOn(firm);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the clock of firm {} stopped: {}", firm, failure.getClass().getName());
        }
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled()) {
            long every = settings.every().toMillis();
            ticking = ticker.scheduleWithFixedDelay(this::tick, Math.min(every, 1000), every, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (ticking != null) {
            ticking.cancel(false);
        }
        ticker.shutdown();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
