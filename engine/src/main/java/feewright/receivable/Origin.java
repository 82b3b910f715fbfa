package feewright.receivable;

import feewright.firm.FirmId;
import java.util.Optional;

/** Which payment the money was of that an entry made into credit. */
public record Origin(Ledger ledger) {

    /** The payment; empty where it was of none, or of many. */
    public Optional<JournalEntryId> payment(JournalEntry origin) {
        return switch (origin.occasion()) {
            case Occasion.PaymentReceived _ -> Optional.of(origin.id());
            case Occasion.RefundFailed failed -> Optional.of(failed.payment());
            case Occasion.Disputed disputed -> Optional.ofNullable(disputed.payment());
            case Occasion.MoneySuspended suspended -> Optional.ofNullable(suspended.payment());
            case Occasion.SuspenseSettled settled ->
                ledger.find(origin.of().firm(), settled.item()).flatMap(this::payment);
            default -> Optional.empty();
        };
    }

    /** The same of an entry by its id. */
    public Optional<JournalEntryId> payment(FirmId firm, JournalEntryId origin) {
        return ledger.find(firm, origin).flatMap(this::payment);
    }
}
