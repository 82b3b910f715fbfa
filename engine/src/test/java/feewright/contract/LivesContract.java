package feewright.contract;

import feewright.engine.Ports;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Seed;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to an engagement, and however early or late it is recorded: each day that counts is paid once, and what does not count
 * is not (requirements C2, R1, R3, E13).
 */
public abstract class LivesContract {

    private static final long SEED = 20260410;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    /** How many lives are lived. */
    protected abstract int lives();

    /** Looks at what a life left, in ways that only one store has. */
    protected void lived(Office office) {}

    @Test
    void every_day_that_counts_is_paid_once_in_any_life_C2_R3() {
        long seed = Seed.of(getClass(), SEED);
        for (int life = 0; life < lives(); life++) {
            Office office = Office.open(ports(), new PermissiveRulebook());
            Life.live(office, seed + life);
            lived(office);
        }
    }
}
