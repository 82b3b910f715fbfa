package feewright.api.dispute;

import feewright.api.json.MoneyJson;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it stands. No state while nothing that was told of it counts. What was withdrawn, charged and charged back is in the
 * currency that the processor moved, which may be another than that of the claim.
 */
record DisputeView(
        UUID id,
        UUID clientId,
        UUID invoiceId,
        UUID paymentId,
        String processor,
        String reference,
        @Nullable String state,
        boolean open,
        MoneyJson claimed,
        @Nullable String reason,
        @Nullable Instant respondBy,
        MoneyJson withdrawn,
        MoneyJson fees,
        MoneyJson chargedBack,
        Instant recordedAt) {

    static DisputeView of(Dispute dispute) {
        DisputeSummary course = dispute.course();
        return new DisputeView(
                dispute.id().value(),
                dispute.of().client().value(),
                dispute.of().invoice().value(),
                dispute.of().payment().value(),
                dispute.reference().processor(),
                dispute.reference().name(),
                course.state() == null ? null : course.state().code(),
                course.isOpen(),
                MoneyJson.of(course.claimed()),
                course.reason(),
                course.respondBy(),
                MoneyJson.of(course.withdrawn()),
                MoneyJson.of(course.fees()),
                MoneyJson.of(course.chargedBack()),
                dispute.recordedAt());
    }
}
