package feewright.attempt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a processor, and how long it wants to be left alone (null: it did not say). */
public record ProcessorResponse(
        AttemptUpdate report, @Nullable Duration retryAfter) {

    public static ProcessorResponse of(AttemptUpdate report) {
        return new ProcessorResponse(report, null);
    }
}
