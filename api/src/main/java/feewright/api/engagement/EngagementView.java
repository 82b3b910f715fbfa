package feewright.api.engagement;

import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engagement. Staff see its basics: no money, no signature. {@code revision} is that of a draft. */
record EngagementView(
        UUID id,
        UUID clientId,
        @Nullable String clientName,
        String state,
        String pricingMode,
        LocalDate start,
        @Nullable LocalDate end,
        boolean clientApproval,
        @Nullable Integer revision,
        @Nullable TermsJson terms,
        @Nullable SignatureView signature) {

    record SignatureView(String method, String documentSha256, Instant signedAt, UUID recordedBy, Instant recordedAt) {}

    static EngagementView of(Engagement engagement, @Nullable String clientName, boolean withTerms) {
        return new EngagementView(
                engagement.id().value(),
                engagement.client().value(),
                clientName,
                engagement instanceof SignedEngagement ? "signed" : "draft",
                TermsView.code(engagement.terms().pricing().mode()),
                engagement.terms().term().start(),
                engagement.terms().term().end(),
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
