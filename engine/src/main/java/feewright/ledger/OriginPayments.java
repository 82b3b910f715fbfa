package feewright.ledger;

import feewright.platform.FirmId;
import java.util.Optional;

/** Which payment the money was of that an entry made into credit. */
public record OriginPayments(Ledger ledger) {

    /** The payment; empty where it was of none, or of many. */
    public Optional<JournalEntryId> payment(JournalEntry origin) {
        return switch (origin.cause()) {
            case EntryCause.PaymentReceived _ -> Optional.of(origin.id());
            case EntryCause.RefundFailed failed -> Optional.of(failed.payment());
            case EntryCause.Disputed disputed -> Optional.ofNullable(disputed.payment());
            case EntryCause.MoneySuspended suspended -> Optional.ofNullable(suspended.payment());
            case EntryCause.SuspenseSettled settled ->
                ledger.find(origin.of().firm(), settled.item()).flatMap(this::payment);
            default -> Optional.empty();
        };
    }

    /** The same of an entry by its id. */
    public Optional<JournalEntryId> payment(FirmId firm, JournalEntryId origin) {
        return ledger.find(firm, origin).flatMap(this::payment);
    }
}
