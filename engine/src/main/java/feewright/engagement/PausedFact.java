package feewright.engagement;

import feewright.rule.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pause of an engagement, as rules see it: {@code resumedOn} is exclusive and null while it lasts. */
public record PausedFact(
        EngagementId engagement,
        LocalDate firstDay,
        @Nullable LocalDate resumedOn) implements Fact {

    /** The pauses of an engagement. */
    public static List<PausedFact> of(Engagement engagement) {
        return engagement.inEffect().term().pauses().stream()
                .map(pause -> new PausedFact(engagement.id(), pause.firstDay(), pause.resumedOn()))
                .toList();
    }

    @Override
    public String ref() {
        return "paused/" + engagement + "/" + firstDay;
    }
}
