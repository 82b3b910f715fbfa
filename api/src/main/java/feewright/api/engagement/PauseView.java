package feewright.api.engagement;

import feewright.amendment.AmendmentTexts;
import feewright.api.firm.Names;
import feewright.engagement.EngagementId;
import feewright.engagement.Pause;
import feewright.engagement.SignedEngagement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A pause, from its first day until the day of resuming, which is not paused; while that is absent, the pause lasts. No client is shown
 * {@code reason}; {@code client_note} is for it.
 */
public record PauseView(
        int number,
        LocalDate firstDay,
        @Nullable LocalDate resumedOn,
        @Nullable String reason,
        @Nullable String clientNote) {

    /** The pauses of an engagement, with what is known of their words. */
    public static List<PauseView> all(SignedEngagement engagement, Names.Known known) {
        List<Pause> pauses = engagement.course().pauses();
        return IntStream.rangeClosed(1, pauses.size())
                .mapToObj(number -> of(engagement.id(), number, pauses.get(number - 1), known))
                .toList();
    }

    private static PauseView of(EngagementId engagement, int number, Pause pause, Names.Known known) {
        AmendmentTexts words = AmendmentTexts.ofPause(engagement, number, known.texts());
        return new PauseView(
                number,
                pause.firstDay(),
                pause.resumedOn(),
                Names.text(words.reason()),
                Names.text(words.clientNote()));
    }
}
