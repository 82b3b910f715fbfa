package feewright.payment;

import feewright.firm.FirmId;
import feewright.invoice.InvoiceId;
import feewright.money.Amounts;
import feewright.receivable.Account;
import feewright.receivable.GrantId;
import feewright.receivable.JournalEntry;
import feewright.receivable.Ledger;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.DecisionId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the credit that a payment made paid of its own invoice when other payments of it were reversed. */
final class TakenOver {

    private TakenOver() {}

    /** By these grants; known by the decision, which is that of the reversal. */
    static Money by(Ledger ledger, JournalEntry payment, Collection<GrantId> made) {
        Occasion.PaymentReceived received = (Occasion.PaymentReceived) payment.occasion();
        FirmId firm = payment.of().firm();
        InvoiceId invoice = received.invoice();
        Set<DecisionId> reversals = invoice == null || made.isEmpty()
                ? Set.of()
                : entries(ledger, firm, invoice, Ledger.Kind.PAYMENT_REVERSED).stream()
                        .map(entry -> entry.recorded().decision())
                        .collect(Collectors.toSet());
        List<Money> parts = invoice == null || reversals.isEmpty()
                ? List.of()
                : entries(ledger, firm, invoice, Ledger.Kind.CREDIT_APPLIED).stream()
                        .filter(entry -> reversals.contains(entry.recorded().decision()))
                        .flatMap(entry -> entry.transfers().stream())
                        .filter(transfer ->
                                transfer.debit() instanceof Account.ClientCredit(GrantId grant) && made.contains(grant))
                        .map(Transfer::amount)
                        .toList();
        return Amounts.sum(payment.amount().getCurrencyUnit(), parts);
    }

    private static List<JournalEntry> entries(Ledger ledger, FirmId firm, InvoiceId invoice, Ledger.Kind kind) {
        return ledger.page(firm, new Ledger.EntryFilter(null, kind, null, invoice, null), Integer.MAX_VALUE);
    }
}
