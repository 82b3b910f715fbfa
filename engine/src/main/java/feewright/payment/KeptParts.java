package feewright.payment;

import feewright.money.Amounts;
import feewright.receivable.JournalEntry;
import feewright.receivable.Ledger;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which invoices what is recorded instead of a payment pays as a deposit, each how much. */
record KeptParts(Ledger ledger, Reversal reversal) {

    /**
     * As it says; or as the wrong payment did until now, where it is a deposit of the same client and amount. Empty where it has to say
     * so, as a person chose invoices that the wrong one paid.
     */
    Optional<List<SharePayment.Part>> of(Instead instead) {
        List<SharePayment.Part> told = instead.allocations();
        if (told != null || instead.invoice() != null) {
            return Optional.of(told == null ? List.of() : told);
        }
        if (instead.isSameDeposit(payment())) {
            return Optional.of(paid());
        }
        boolean deposit = ((Occasion.PaymentReceived) payment().occasion()).invoice() == null;
        return deposit && paid().stream().anyMatch(this::isChosen) ? Optional.empty() : Optional.of(List.of());
    }

    private List<SharePayment.Part> paid() {
        return reversal.undo().withdrawn().entrySet().stream()
                .map(one -> new SharePayment.Part(
                        one.getKey(),
                        Amounts.sum(
                                payment().amount().getCurrencyUnit(),
                                one.getValue().stream().map(Transfer::amount).toList())))
                .sorted(Comparator.comparing(part -> part.invoice().toString()))
                .toList();
    }

    private boolean isChosen(SharePayment.Part part) {
        Occasion byHand = new Occasion.CreditApplied(part.invoice(), false);
        return reversal.money().made().stream()
                .map(credit ->
                        new Ledger.EntryFilter(null, Ledger.Kind.CREDIT_APPLIED, null, part.invoice(), credit.id()))
                .flatMap(filter -> ledger.page(payment().of().firm(), filter, Integer.MAX_VALUE).stream())
                .anyMatch(entry -> entry.occasion().equals(byHand));
    }

    private JournalEntry payment() {
        return reversal.money().payment();
    }
}
