package feewright.api.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes next to collect an invoice: {@code attempt}, {@code resolve} (of the live attempt) or {@code nothing}, and why:
 * {@code no_autopay}, {@code not_started} (it was issued while autopay was off), {@code collected}, {@code nothing_owed},
 * {@code owes_again} (what was paid went back or elsewhere; nothing is tried by itself), {@code in_suspense}, {@code no_method}, {@code switched_off},
 * {@code not_retried}, {@code refused}, {@code no_processor}.
 */
record CollectionView(
        String next,
        @Nullable Instant at,
        @Nullable String cause,
        @Nullable UUID paymentAttemptId,
        @Nullable String reasonCode) {

    /** As a client sees it, who is told nothing of suspense. */
    CollectionView forClient() {
        return StopReason.IN_SUSPENSE.code().equals(reasonCode)
                ? new CollectionView(next, at, cause, paymentAttemptId, StopReason.REFUSED.code())
                : this;
    }

    static CollectionView of(NextStep next) {
        return switch (next) {
            case NextStep.Attempt(Instant at, var cause) -> new CollectionView("attempt", at, cause.code(), null, null);
            case NextStep.LookUp(Instant at, var attempt) ->
                new CollectionView("resolve", at, null, attempt.value(), null);
            case NextStep.None(var why) -> new CollectionView("nothing", null, null, null, why.code());
        };
    }
}
