package feewright.firm;

import java.time.Instant;

/** The clock of a test firm: where it stands, and where it is being moved to, later or the same. It does not run by itself. */
public record TestClock(Instant now, Instant target) {

    public TestClock {
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("a clock only goes forward");
        }
    }

    /** A clock that stands. */
    public static TestClock at(Instant now) {
        return new TestClock(now, now);
    }

    public boolean isMoving() {
        return now.isBefore(target);
    }
}
