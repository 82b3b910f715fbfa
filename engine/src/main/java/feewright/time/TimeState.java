package feewright.time;

import java.util.Locale;

/** The names of the states, for rules, filters and people. */
public enum TimeState {
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

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
