package feewright.api.dispute;

import feewright.dispute.FraudWarning;
import java.time.Instant;
import java.util.UUID;

/** That a payment is believed to be fraud. {@code refund_proposed}: a rule proposes to give it back, which a person decides. */
record FraudWarningView(
        UUID id,
        UUID clientId,
        UUID invoiceId,
        UUID paymentId,
        String processor,
        String reference,
        String kind,
        boolean actionable,
        Instant happenedAt,
        Instant recordedAt,
        boolean refundProposed,
        UUID decisionId) {

    static FraudWarningView of(FraudWarning warning) {
        return new FraudWarningView(
                warning.id().value(),
                warning.of().client().value(),
                warning.of().invoice().value(),
                warning.of().payment().value(),
                warning.reference().processor(),
                warning.reference().name(),
                warning.told().kind(),
                warning.told().actionable(),
                warning.told().happenedAt(),
                warning.recordedAt(),
                warning.proposal().refund(),
                warning.proposal().decision().value());
    }
}
