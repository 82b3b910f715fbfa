package feewright.api.clock;

import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.TestClock;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time of each firm: the real one, unless it is a test firm whose clock was moved. What a firm is never changes, so a live firm
 * costs one question in the life of the server.
 */
public final class FirmClock {

    private final Clock real;
    private final Transactions transactions;
    private final Firms firms;
    private final Map<FirmId, Boolean> known = new ConcurrentHashMap<>();

    public FirmClock(Clock real, Transactions transactions, Firms firms) {
        this.real = real;
        this.transactions = transactions;
        this.firms = firms;
    }

    /** The present of the actor's firm. May be asked within a transaction of the actor. */
    public Instant now(Actor actor) {
        return moved(actor).map(TestClock::now).orElseGet(real::instant);
    }

    /** The day that it is in the zone of the actor's firm. */
    public LocalDate today(Actor actor) {
        return LocalDate.ofInstant(
                now(actor),
                transactions
                        .reading(actor, () -> firms.find(actor.firm()))
                        .orElseThrow()
                        .zone());
    }

    /** The present of a firm, for its runs. */
    public Instant now(FirmId firm) {
        return now(Actor.scheduler(firm));
    }

    /** The clock of the actor's firm; empty for a live firm, and before it was first moved. */
    public Optional<TestClock> moved(Actor actor) {
        return isTest(actor) ? transactions.reading(actor, () -> firms.clock(actor.firm())) : Optional.empty();
    }

    /** Whether the actor's firm is a test firm. */
    public boolean isTest(Actor actor) {
        Boolean test = known.get(actor.firm());
        if (test != null) {
            return test;
        }
        Optional<Firm> firm = transactions.reading(actor, () -> firms.find(actor.firm()));
        firm.ifPresent(found -> known.put(found.id(), found.test()));
        return firm.map(Firm::test).orElse(false);
    }
}
