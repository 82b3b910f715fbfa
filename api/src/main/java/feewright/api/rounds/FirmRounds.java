package feewright.api.rounds;

import feewright.firm.Firms;
import feewright.platform.FirmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Visits all firms, rests, and begins again, on a thread of its own. Each round and each instance has another order, so that a firm
 * that takes long is not always before the same others. A visit that fails ends itself; a database that is away ends the round.
 */
public final class FirmRounds {

    private final String name;
    private final Firms firms;
    private final Consumer<FirmId> visit;
    private final Loop loop;

    /** Does nothing until it begins. The name is that of the thread. */
    public FirmRounds(String name, Firms firms, Duration rest, Consumer<FirmId> visit) {
        this.name = name;
        this.firms = firms;
        this.visit = visit;
        this.loop = new Loop(name, rest, this::goRound);
    }

    private void goRound() {
        List<FirmId> all = new ArrayList<>(firms.all());
        Collections.shuffle(all);
        for (FirmId firm : all) {
            if (!loop.isGoing()) {
                return;
            }
            KeepGoing.unlessAway(
                    name + " at firm " + firm,
                    () -> {
                        visit.accept(firm);
                        return true;
                    },
                    false);
        }
    }

    public Loop loop() {
        return loop;
    }
}
