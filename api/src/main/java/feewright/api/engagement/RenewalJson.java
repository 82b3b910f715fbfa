package feewright.api.engagement;

import feewright.amendment.RenewalRequest;
import feewright.api.web.Fields;
import feewright.engagement.EngagementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A renewal as it is asked for. Without {@code terms} they stay the same over as long a term; with them, their start may be left out,
 * or is the day of the hand-over.
 */
record RenewalJson(
        @Nullable LocalDate effectiveOn,
        @Nullable TermsJson terms,
        @Nullable SignatureJson signature,
        @Nullable String billedInAdvance) {

    RenewalRequest request(EngagementId engagement) {
        Fields fields = new Fields();
        LocalDate handOver = fields.date(effectiveOn, "/effective_on");
        if (signature == null) {
            fields.fault("signature-missing", "/signature");
        }
        SignedBy signed = SignedBy.read(
                signature == null ? new Fields() : fields,
                signature == null ? new SignatureJson(null, null, null, null) : signature,
                "/signature");
        var choice = AmendmentFields.billedInAdvance(fields, billedInAdvance);
        fields.check();
        return new RenewalRequest(
                engagement,
                handOver,
                terms == null ? null : terms.offer(),
                new RenewalRequest.Signing(
                        signed.method(), signed.documentHash(), signed.signedAt(), signed.signatory()),
                choice);
    }
}
