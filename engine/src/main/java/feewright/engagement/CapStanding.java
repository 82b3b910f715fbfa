package feewright.engagement;

/**
 * What is compared with a cap, in minor units: the worth of hours, what minimums made up beside it (0 under the cap of a period), and
 * what was written down already.
 */
public record CapStanding(Cap cap, long worth, long minimums, long written) {

    /** What work comes to beyond the cap. */
    public long workBeyond() {
        return Math.max(0, worth - limit());
    }

    /**
     * What counts for what is written down: all of it; but for a cap that stops no work that somebody let pass beyond it, so that
     * only what a minimum lifts above the cap is written down (requirement E13).
     */
    public long counted() {
        return cap.beyond() == Cap.Beyond.STOP ? Math.min(worth, limit()) + minimums : worth + minimums;
    }

    /** What is written down too much; below zero where too little is. */
    public long tooMuch() {
        return written - Math.max(0, counted() - limit());
    }

    private long limit() {
        return cap.limit().getAmountMinorLong();
    }
}
