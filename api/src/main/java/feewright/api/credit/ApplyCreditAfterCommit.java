package feewright.api.credit;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.AfterCommit;
import feewright.credit.ApplyArrivedCredit;
import feewright.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has credit that a request brought pay what it can before the request is answered (requirement E10). */
@Component
record ApplyCreditAfterCommit(ApplyArrivedCredit applyArrivedCredit, FirmClock clock) implements AfterCommit {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyCreditAfterCommit.class);

    @Override
    public void committed(Actor actor) {
        try {
            applyArrivedCredit.apply(actor.firm(), clock.now(actor));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "credit of firm {} waits for the next round: {}",
                    actor.firm(),
                    failure.getClass().getName());
        }
    }
}
