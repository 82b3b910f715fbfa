package feewright.rule;

import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the firing log, append-only. */
public interface Decisions {

    void record(Decision decision);

    void recordAll(List<Decision> decisions);

    Optional<RecordedDecision> find(FirmId firm, DecisionId decision);

    /** Newest first. */
    List<RecordedDecision> page(FirmId firm, DecisionFilter filter, int limit);

    /**
     * What to look for; null means any. {@code subject} and {@code fact} are refs; {@code rule} is a code; of an {@code invoice} is
     * what it was issued by, and what was asked of it or with it as a fact.
     */
    record DecisionFilter(
            @Nullable UUID before,
            @Nullable UUID invoice,
            @Nullable String subject,
            @Nullable String fact,
            @Nullable String rule,
            Decision.@Nullable Outcome outcome,
            @Nullable PackHash pack,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Everything. */
        public static final DecisionFilter ANY =
                new DecisionFilter(null, null, null, null, null, null, null, null, null);

        /** The same, before this decision. */
        public DecisionFilter before(UUID decision) {
            return new DecisionFilter(decision, invoice, subject, fact, rule, outcome, pack, from, until);
        }
    }
}
