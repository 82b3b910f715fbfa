package feewright.api.money;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Afterwards;
import feewright.credit.ApplyArrivedCredit;
import feewright.firm.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has credit that a request brought pay what it can before the request is answered (requirement E10). */
@Component
record ArrivedCredit(ApplyArrivedCredit applyArrivedCredit, FirmClock clock) implements Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivedCredit.class);

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
