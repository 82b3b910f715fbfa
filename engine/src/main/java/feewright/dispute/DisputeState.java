package feewright.dispute;

import feewright.platform.Coded;

/** How a dispute stands (requirement D1): an inquiry, which takes no money, or a chargeback. Derived from its events. */
public enum DisputeState implements Coded {
    INQUIRY_NEEDS_RESPONSE,
    INQUIRY_UNDER_REVIEW,
    INQUIRY_CLOSED,
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    /** Called off before it became a chargeback. */
    PREVENTED,
    WON,
    LOST,
    /** Open once more after it was decided. No processor says so: it follows from what happened before. */
    REOPENED;

    /** Whether it is not over. */
    public boolean isOpen() {
        return switch (this) {
            case INQUIRY_NEEDS_RESPONSE, INQUIRY_UNDER_REVIEW, NEEDS_RESPONSE, UNDER_REVIEW, REOPENED -> true;
            case INQUIRY_CLOSED, PREVENTED, WON, LOST -> false;
        };
    }

    /** Whether it is a question that takes no money. */
    public boolean isInquiry() {
        return switch (this) {
            case INQUIRY_NEEDS_RESPONSE, INQUIRY_UNDER_REVIEW, INQUIRY_CLOSED -> true;
            case NEEDS_RESPONSE, UNDER_REVIEW, PREVENTED, WON, LOST, REOPENED -> false;
        };
    }

    /** Whether money is at stake or gone by it: an open chargeback, or a lost one. */
    public boolean isClaim() {
        return this == LOST || (isOpen() && !isInquiry());
    }

    /** Whether it was decided once; what is said of it as open then, reopens it. */
    boolean isDecided() {
        return this == WON || this == LOST || this == REOPENED;
    }
}
