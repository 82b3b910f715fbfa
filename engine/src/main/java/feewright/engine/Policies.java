package feewright.engine;

import java.time.Duration;

/**
 * What the operator decides.
 *
 * @param moneyMoves whether a processor may move real money
 * @param longestBreakGlass how long a break-glass session may be
 */
public record Policies(boolean moneyMoves, Duration longestBreakGlass) {

    /** Where nobody has decided: real money, and a break-glass session of at most four hours. */
    public static Policies usual() {
        return new Policies(true, Duration.ofHours(4));
    }
}
