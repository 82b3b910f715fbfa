package feewright.payment;

import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which invoices what is recorded instead of a payment pays as a deposit, each how much. */
record ReplacementAllocations(Ledger ledger, PaymentReversal reversal) {

    /**
     * As it says; or as the wrong payment did until now, where it is a deposit of the same client and amount. Empty where it has to say
     * so, as a person chose invoices that the wrong one paid.
     */
    Optional<List<AllocatePayment.Part>> of(ReplacementPayment instead) {
        List<AllocatePayment.Part> told = instead.allocations();
        if (told != null || instead.invoice() != null) {
            return Optional.of(told == null ? List.of() : told);
        }
        if (instead.isSameDeposit(payment())) {
            return Optional.of(paid());
        }
        boolean deposit = ((EntryCause.PaymentReceived) payment().cause()).invoice() == null;
        return deposit && paid().stream().anyMatch(this::isChosen) ? Optional.empty() : Optional.of(List.of());
    }

    private List<AllocatePayment.Part> paid() {
        return reversal.undo().withdrawn().entrySet().stream()
                .map(one -> new AllocatePayment.Part(
                        one.getKey(),
                        Amounts.sum(
                                payment().amount().getCurrencyUnit(),
                                one.getValue().stream().map(Transfer::amount).toList())))
                .sorted(Comparator.comparing(part -> part.invoice().toString()))
                .toList();
    }

    private boolean isChosen(AllocatePayment.Part part) {
        EntryCause byHand = new EntryCause.CreditApplied(part.invoice(), false);
        return reversal.money().made().stream()
                .map(credit -> new Ledger.EntryFilter(
                        null, Ledger.EntryKind.CREDIT_APPLIED, null, part.invoice(), credit.id()))
                .flatMap(filter -> ledger.page(payment().of().firm(), filter, Integer.MAX_VALUE).stream())
                .anyMatch(entry -> entry.cause().equals(byHand));
    }

    private JournalEntry payment() {
        return reversal.money().payment();
    }
}
