package feewright.time;

import feewright.platform.Coded;

/** The names of the states, for rules, filters and people. */
public enum TimeState implements Coded {
    DRAFT,
    SUBMITTED,
    APPROVED,
    REJECTED,
    BILLED;

    public static TimeState of(TimeEntry entry) {
        return switch (entry) {
            case DraftTime _ -> DRAFT;
            case SubmittedTime _ -> SUBMITTED;
            case ApprovedTime _ -> APPROVED;
            case RejectedTime _ -> REJECTED;
            case BilledTime _ -> BILLED;
        };
    }
}
