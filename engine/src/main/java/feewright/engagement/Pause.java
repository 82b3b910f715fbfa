package feewright.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a package earns nothing and no work is done, half-open {@code [firstDay, resumedOn)}; {@code resumedOn} is null
 * while nobody has resumed.
 */
public record Pause(LocalDate firstDay, @Nullable LocalDate resumedOn) {

    public Pause {
        if (resumedOn != null && !resumedOn.isAfter(firstDay)) {
            throw new IllegalArgumentException("a pause has a day");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay) && (resumedOn == null || date.isBefore(resumedOn));
    }

    public boolean isOpen() {
        return resumedOn == null;
    }
}
