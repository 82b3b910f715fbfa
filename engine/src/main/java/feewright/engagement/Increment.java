package feewright.engagement;

import feewright.platform.Coded;

/** The smallest step of billed time, in minutes, applied to each time entry. */
public record Increment(int minutes, Rounding rounding) {

    /** The longest increment: a working day. */
    public static final int LONGEST_MINUTES = 480;

    public Increment {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException("an increment has 1 to 480 minutes");
        }
    }

    /** To which step minutes between two steps go. */
    public enum Rounding implements Coded {
        UP,
        /** Half a step goes up. */
        NEAREST,
        DOWN
    }

    /** The minutes to bill for {@code worked} minutes. */
    public int billed(int worked) {
        int below = worked / minutes * minutes;
        int rest = worked - below;
        boolean up = switch (rounding) {
            case UP -> rest > 0;
            case NEAREST -> 2 * rest >= minutes;
            case DOWN -> false;
        };
        return up ? below + minutes : below;
    }
}
