package feewright.attempt;

import feewright.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The latest failure to collect an invoice. {@code failures} counts those of it so far; {@code daysSinceFirst} is in days of the
 * firm's zone; {@code recent} and {@code today} count the attempts with its method in 30 days and one day, which card
 * networks limit; {@code category} and {@code advice} as {@link PaymentFailure} has them.
 */
public record PaymentFailureFact(
        AttemptId attempt,
        PaymentFailure.Category category,
        boolean hard,
        PaymentFailure.@Nullable Advice advice,
        @Nullable String brand,
        int failures,
        int daysSinceFirst,
        int recent,
        int today)
        implements Fact {

    @Override
    public String ref() {
        return "payment_attempt/" + attempt;
    }
}
