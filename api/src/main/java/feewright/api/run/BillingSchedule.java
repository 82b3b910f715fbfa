package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.api.rounds.FirmRounds;
import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import feewright.credit.ExpireCredits;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.run.BillingRuns;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes through all firms again and again: takes up what is unfinished, whoever began it, and starts what is due. */
@Component
final class BillingSchedule implements SmartLifecycle, Looping {

    private final BillingSettings settings;
    private final Work work;
    private final Workers workers;
    private final FirmRounds rounds;

    BillingSchedule(BillingSettings settings, Firms firms, Work work, Workers workers) {
        this.settings = settings;
        this.work = work;
        this.workers = workers;
        this.rounds = new FirmRounds("billing-schedule", firms, settings.every(), this::visit);
    }

    /** What there may be to do for a firm. */
    @Component
    record Work(
            Transactions transactions,
            BillingRuns runs,
            ScheduledStart scheduled,
            FirmClock clock,
            AdvanceClock advanceClock,
            ExpireCredits expireCredits) {

        /** Cheap where nothing expired: one look at an index. Repeated by every instance, it writes each expiry once. */
        private void expire(FirmId firm) {
            expireCredits.expire(firm, clock.now(firm));
        }

        private boolean isThere(FirmId firm) {
            boolean unfinished = transactions.reading(
                    Actor.scheduler(firm), () -> !runs.unfinished(firm).isEmpty());
            return scheduled.start(firm, clock.now(firm)) || unfinished;
        }
    }

    /** A clock whose mover died is moved on. */
    private void visit(FirmId firm) {
        work.expire(firm);
        if (work.advanceClock().isMoving(firm)) {
            workers.submit(
                    "the clock of firm " + firm, () -> work.advanceClock().goOn(firm));
        } else if (work.isThere(firm)) {
            workers.wake(firm);
        }
    }

    @Override
    public Loop loop() {
        return rounds.loop();
    }

    @Override
    public void start() {
        loop().begin(settings.enabled());
    }

    @Override
    public void stop() {
        loop().end();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return loop().isGoing();
    }
}
