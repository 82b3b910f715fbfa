package feewright.attempt;

import feewright.ledger.JournalEntryId;
import feewright.platform.Coded;
import feewright.rule.DecisionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of an attempt: a fact, numbered from 1. Where no rule permitted it, it is kept and counts for nothing.
 * {@code entry} is the journal entry that it made.
 */
public record AttemptEvent(int number, AttemptUpdate report, Source source, Instant at, Effect effect) {

    /** Who said it: the answer to a call, a look-up, an event of the processor (with its id), or we. */
    public record Source(Kind kind, @Nullable String id) {

        public static final Source OURS = new Source(Kind.OURS, null);
        public static final Source CALL = new Source(Kind.CALL, null);
        public static final Source LOOK_UP = new Source(Kind.LOOK_UP, null);

        public static Source event(String id) {
            return new Source(Kind.EVENT, id);
        }
    }

    public enum Kind implements Coded {
        OURS,
        CALL,
        LOOK_UP,
        EVENT;
    }

    /** What came of it. */
    public record Effect(
            boolean applied,
            @Nullable JournalEntryId entry,
            @Nullable DecisionId decision) {}
}
