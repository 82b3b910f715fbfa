package feewright.api.engagement;

import feewright.engagement.Course;
import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.Pause;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An engagement. Staff see its basics: no money, no signature. {@code end} is what was agreed; {@code endedOn} the day before which
 * it ended early. {@code revision} is that of a draft.
 */
record EngagementView(
        UUID id,
        UUID clientId,
        @Nullable String clientName,
        String state,
        String pricingMode,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate endedOn,
        List<PauseView> pauses,
        boolean clientApproval,
        @Nullable Integer revision,
        @Nullable TermsJson terms,
        @Nullable SignatureView signature) {

    record SignatureView(String method, String documentSha256, Instant signedAt, UUID recordedBy, Instant recordedAt) {}

    /** Paused from the first day until the day of resuming, which is not paused; while it is absent, the pause lasts. */
    record PauseView(
            int number, LocalDate firstDay, @Nullable LocalDate resumedOn) {}

    static EngagementView of(Engagement engagement, @Nullable String clientName, boolean withTerms) {
        Course course = engagement instanceof SignedEngagement signed ? signed.course() : Course.AS_SIGNED;
        return new EngagementView(
                engagement.id().value(),
                engagement.client().value(),
                clientName,
                engagement instanceof SignedEngagement ? "signed" : "draft",
                TermsView.code(engagement.terms().pricing().mode()),
                engagement.terms().term().start(),
                engagement.terms().term().end(),
                course.endedOn(),
                IntStream.range(0, course.pauses().size())
                        .mapToObj(place -> pause(place + 1, course.pauses().get(place)))
                        .toList(),
                engagement.terms().conditions().clientApproval(),
                engagement instanceof DraftEngagement draft ? draft.revision() : null,
                withTerms ? TermsView.of(engagement.terms()) : null,
                withTerms && engagement instanceof SignedEngagement signed ? signature(signed.signature()) : null);
    }

    private static PauseView pause(int number, Pause pause) {
        return new PauseView(number, pause.firstDay(), pause.resumedOn());
    }

    private static SignatureView signature(Signature signature) {
        return new SignatureView(
                signature.method().code(),
                signature.documentHash(),
                signature.signedAt(),
                signature.recordedBy().value(),
                signature.recordedAt());
    }
}
