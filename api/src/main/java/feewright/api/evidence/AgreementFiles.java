package feewright.api.evidence;

import feewright.api.engagement.TermsJson;
import feewright.api.engagement.TermsView;
import feewright.api.firm.Names;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.platform.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the client signed, and that it did. Signed terms never change, so that they are those under which it was billed. */
@Component
record AgreementFiles(Engagements engagements, Names names) {

    private static final String TERMS = "terms.json";
    private static final String SIGNATURE = "signature.json";
    private static final String UNLINKED = "The invoice was issued without an engagement, by an override.";

    /** The terms as signed. */
    record SignedTerms(
            UUID engagementId,
            UUID termsId,
            UUID clientId,
            @Nullable String clientName,
            TermsJson terms) {}

    /** Who signed what, when and how, and who recorded it. */
    record SignedBy(
            UUID engagementId,
            @Nullable String signatory,
            String method,
            String documentSha256,
            Instant signedAt,
            UUID recordedBy,
            @Nullable String recordedByName,
            Instant recordedAt) {}

    List<Piece> of(Evidenced of) {
        EngagementId under = of.invoice().head().parties().engagement();
        if (under == null
                || !(engagements.find(of.actor().firm(), under).orElse(null) instanceof SignedEngagement engagement)) {
            return List.of(new Piece.Absent(TERMS, UNLINKED), new Piece.Absent(SIGNATURE, UNLINKED));
        }
        List<Id> subjects = List.of(
                engagement.id(), engagement.client(), engagement.signature().recordedBy());
        Names.Known known = names.of(of.actor(), subjects, id -> id);
        return List.of(
                new Piece.Kept(
                        TERMS, "The terms of the engagement, as signed.", FileText.json(terms(engagement, known))),
                new Piece.Kept(
                        SIGNATURE,
                        "Who signed the terms, when and how, and the hash of the document.",
                        FileText.json(signature(engagement, known))));
    }

    private static SignedTerms terms(SignedEngagement engagement, Names.Known known) {
        return new SignedTerms(
                engagement.id().value(),
                engagement.terms().id().value(),
                engagement.client().value(),
                known.name(engagement.client()),
                TermsView.of(engagement.terms()));
    }

    private static SignedBy signature(SignedEngagement engagement, Names.Known known) {
        Signature signature = engagement.signature();
        return new SignedBy(
                engagement.id().value(),
                known.text(engagement.id(), "signatory"),
                signature.method().code(),
                signature.documentHash(),
                signature.signedAt(),
                signature.recordedBy().value(),
                known.name(signature.recordedBy()),
                signature.recordedAt());
    }
}
