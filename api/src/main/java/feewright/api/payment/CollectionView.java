package feewright.api.payment;

import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionCursor.Why;
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
        @Nullable UUID attemptId,
        @Nullable String why) {

    /** As a client sees it, who is told nothing of suspense. */
    CollectionView forClient() {
        return Why.IN_SUSPENSE.code().equals(why)
                ? new CollectionView(next, at, cause, attemptId, Why.REFUSED.code())
                : this;
    }

    static CollectionView of(Next next) {
        return switch (next) {
            case Next.Attempt(Instant at, var cause) -> new CollectionView("attempt", at, cause.code(), null, null);
            case Next.Resolve(Instant at, var attempt) ->
                new CollectionView("resolve", at, null, attempt.value(), null);
            case Next.Nothing(var why) -> new CollectionView("nothing", null, null, null, why.code());
        };
    }
}
