package feewright.platform;

/**
 * The storage cannot be reached, or was lost on the way. Says nothing about what was being done: it is done later, and never counts as
 * a try. It is undone, unless the connection was lost while it was committed: then nobody knows, and who asks again has to find out.
 */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The words hold no content. Without a stack trace: it is a condition, not a defect. */
    public StorageUnavailable(String words) {
        super(words, null, false, false);
    }
}
