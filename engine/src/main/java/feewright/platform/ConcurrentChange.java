package feewright.platform;

/**
 * Somebody else's change won. The one exception that is not a defect: it rolls the database transaction back, changes nothing,
 * and the caller may look again. Carries a code, never content.
 */
public final class ConcurrentChange extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    public ConcurrentChange(String code) {
        super(code);
        this.code = code;
    }

    /** A stable code, such as {@code period-already-billed}. */
    public String code() {
        return code;
    }
}
