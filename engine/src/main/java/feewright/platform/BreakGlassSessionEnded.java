package feewright.platform;

/** A request went on in a break-glass session that was closed meanwhile: it may not read any more. An answer, not a defect. */
public final class BreakGlassSessionEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BreakGlassSessionEnded() {
        super("the break-glass session is over", null, false, false);
    }
}
