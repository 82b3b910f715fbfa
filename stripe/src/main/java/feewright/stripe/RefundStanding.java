package feewright.stripe;

import com.stripe.model.Refund;
import feewright.refund.RefundId;
import feewright.refund.RefundUpdate;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How a refund stands, whether Stripe answered with it or an event brought it. {@code ours} is from its metadata. */
record RefundStanding(@Nullable RefundId ours, Money amount, RefundUpdate report) {

    /** Empty where it is no refund that can be read. */
    static Optional<RefundStanding> of(@Nullable Refund refund) {
        if (refund == null || refund.getCurrency() == null || refund.getAmount() == null) {
            return Optional.empty();
        }
        String ours = refund.getMetadata() == null ? null : refund.getMetadata().get(Metadata.REFUND);
        return report(Codes.id(refund.getId()), String.valueOf(refund.getStatus()), refund.getFailureReason())
                .flatMap(report -> StripeUnits.money(refund.getCurrency(), refund.getAmount())
                        .map(amount -> new RefundStanding(id(ours), amount, report)));
    }

    static Optional<RefundStanding> of(JsonView refund) {
        String currency = refund.text("currency");
        Long units = refund.number("amount");
        if (!"refund".equals(refund.text("object")) || currency == null || units == null || units <= 0) {
            return Optional.empty();
        }
        JsonView metadata = refund.object("metadata");
        String ours = metadata == null ? null : metadata.text(Metadata.REFUND);
        return report(Codes.id(refund.text("id")), String.valueOf(refund.text("status")), refund.text("failure_reason"))
                .flatMap(report ->
                        StripeUnits.money(currency, units).map(amount -> new RefundStanding(id(ours), amount, report)));
    }

    private static Optional<RefundUpdate> report(@Nullable String id, String status, @Nullable String reason) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (status) {
                    case "pending" -> new RefundUpdate.Pending(id);
                    case "requires_action" -> new RefundUpdate.ActionRequired(id);
                    case "succeeded" -> new RefundUpdate.Succeeded(id);
                    case "failed" -> new RefundUpdate.Failed(id, Codes.code(reason, "failed"));
                    case "canceled" -> new RefundUpdate.Cancelled(id);
                    default -> null;
                });
    }

    private static @Nullable RefundId id(@Nullable String ours) {
        UUID id = PaymentEvents.ours(ours);
        return id == null ? null : new RefundId(id);
    }
}
