package feewright.api.refund;

import feewright.api.json.MoneyJson;
import feewright.refund.Refund;
import feewright.refund.RefundEvent;
import feewright.refund.RefundUpdate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund through a processor, and everything that was said of it. {@code elsewhere}: it was made at the processor. */
public record RefundView(
        UUID id,
        UUID paymentId,
        UUID paymentAttemptId,
        UUID invoiceId,
        UUID clientId,
        MoneyJson amount,
        String state,
        boolean external,
        @Nullable String reference,
        Instant createdAt,
        List<RefundEventView> events) {

    /** {@code applied} is false where no rule permitted what was said; the decision says which forbade it. */
    record RefundEventView(
            int number,
            Instant at,
            String state,
            String source,
            @Nullable String sourceId,
            boolean applied,
            @Nullable String code,
            @Nullable UUID journalEntryId,
            @Nullable UUID decisionId) {

        static RefundEventView of(RefundEvent event) {
            var effect = event.effect();
            return new RefundEventView(
                    event.number(),
                    event.at(),
                    event.report().state().code(),
                    event.source().kind().code(),
                    event.source().id(),
                    effect.applied(),
                    code(event.report()),
                    effect.entry() == null ? null : effect.entry().value(),
                    effect.decision() == null ? null : effect.decision().value());
        }

        private static @Nullable String code(RefundUpdate report) {
            return switch (report) {
                case RefundUpdate.Unanswered(String code) -> code;
                case RefundUpdate.Failed(String _, String code) -> code;
                default -> null;
            };
        }
    }

    /** As answers show it. */
    public static RefundView of(Refund refund) {
        return new RefundView(
                refund.id().value(),
                refund.of().payment().value(),
                refund.of().attempt().value(),
                refund.of().invoice().value(),
                refund.of().client().value(),
                MoneyJson.of(refund.amount()),
                refund.state().code(),
                refund.made().elsewhere(),
                refund.reference(),
                refund.made().at(),
                refund.events().stream().map(RefundEventView::of).toList());
    }
}
