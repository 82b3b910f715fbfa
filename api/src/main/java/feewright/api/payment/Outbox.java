package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.attempt.Errand;
import feewright.attempt.RunErrand;
import feewright.attempt.TakeDue;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.processor.ReadEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a collector takes from, runs, and is told the time by: events that wait, and collections that are due. */
public record Outbox(Firms firms, TakeDue takeDue, ReadEvents readEvents, RunErrand runErrand, FirmClock clock) {

    List<Errand> take(FirmId firm, int most) {
        Instant now = clock.now(firm);
        List<Errand> errands = new ArrayList<>(readEvents.read(firm, most, now));
        errands.addAll(takeDue.take(firm, most, now));
        return errands;
    }

    void run(Errand errand) {
        FirmId firm = errand.charge().firm();
        runErrand.run(errand, () -> clock.now(firm));
    }
}
