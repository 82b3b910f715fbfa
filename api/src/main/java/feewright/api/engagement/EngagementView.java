package feewright.api.engagement;

import feewright.amendment.AmendmentTexts;
import feewright.api.firm.Names;
import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engagement. Staff see its basics: no money, no signature, no words. {@code end} is what was agreed; {@code endedOn} the day before which
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
        @Nullable String endingReason,
        @Nullable String endingClientNote,
        List<PauseView> pauses,
        boolean clientApprovalRequired,
        @Nullable Integer revision,
        @Nullable TermsJson terms,
        @Nullable SignatureView signature) {

    record SignatureView(String method, String documentSha256, Instant signedAt, UUID recordedBy, Instant recordedAt) {}

    static EngagementView of(Engagement engagement, Names.Known known, boolean withTerms) {
        Names.Known words = withTerms ? known : Names.Known.NONE;
        AmendmentTexts ending = AmendmentTexts.ofEnding(engagement.id(), words.texts());
        return new EngagementView(
                engagement.id().value(),
                engagement.client().value(),
                known.name(engagement.client()),
                engagement instanceof SignedEngagement ? "signed" : "draft",
                engagement.terms().pricing().mode().code(),
                engagement.terms().term().start(),
                engagement.terms().term().end(),
                engagement instanceof SignedEngagement signed ? signed.course().endedOn() : null,
                Names.text(ending.reason()),
                Names.text(ending.clientNote()),
                engagement instanceof SignedEngagement signed ? PauseView.all(signed, words) : List.of(),
                engagement.terms().conditions().clientApproval(),
                engagement instanceof DraftEngagement draft ? draft.revision() : null,
                withTerms ? TermsView.of(engagement.terms()) : null,
                withTerms && engagement instanceof SignedEngagement signed ? signature(signed.signature()) : null);
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
