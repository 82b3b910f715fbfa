package feewright.api.ledger;

import feewright.api.json.MoneyJson;
import feewright.ledger.SuspenseItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a processor says it moved and no rule lets count. The balance is what is left to settle; {@code direction}: it is
 * {@code missing}, there is too much of it ({@code surplus}), or nothing is left ({@code settled}). The decision refused what opened it.
 */
record SuspenseItemView(
        UUID id,
        UUID clientId,
        @Nullable UUID invoiceId,
        @Nullable UUID paymentId,
        @Nullable UUID disputeId,
        String direction,
        MoneyJson balance,
        UUID decisionId,
        LocalDate bookedOn,
        Instant recordedAt) {

    static SuspenseItemView of(SuspenseItem item) {
        SuspenseItem.Subject of = item.of();
        return new SuspenseItemView(
                item.id().value(),
                item.known().of().client().value(),
                of.invoice() == null ? null : of.invoice().value(),
                of.payment() == null ? null : of.payment().value(),
                of.dispute() == null ? null : of.dispute().value(),
                item.balance().isZero() ? "settled" : item.balance().isPositive() ? "missing" : "surplus",
                MoneyJson.of(item.balance().abs()),
                item.known().recorded().decision().value(),
                item.known().on(),
                item.known().recorded().at());
    }
}
