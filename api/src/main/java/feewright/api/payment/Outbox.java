package feewright.api.payment;

import feewright.api.clock.FirmClock;
import feewright.attempt.Errand;
import feewright.attempt.RunErrand;
import feewright.attempt.TakeDue;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import java.util.List;

/** What a collector takes from, runs, and is told the time by. */
public record Outbox(Firms firms, TakeDue takeDue, RunErrand runErrand, FirmClock clock) {

    List<Errand> take(FirmId firm, int most) {
        return takeDue.take(firm, most, clock.now(firm));
    }

    void run(Errand errand) {
        FirmId firm = errand.charge().firm();
        runErrand.run(errand, () -> clock.now(firm));
    }
}
