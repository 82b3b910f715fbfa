package feewright.payment;

import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.Transfer;
import feewright.money.Amounts;
import feewright.platform.FirmId;
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
        EntryCause.PaymentReceived received = (EntryCause.PaymentReceived) payment.cause();
        FirmId firm = payment.of().firm();
        InvoiceId invoice = received.invoice();
        Set<DecisionId> reversals = invoice == null || made.isEmpty()
                ? Set.of()
                : entries(ledger, firm, invoice, Ledger.EntryKind.PAYMENT_REVERSED).stream()
                        .map(entry -> entry.recorded().decision())
                        .collect(Collectors.toSet());
        List<Money> parts = invoice == null || reversals.isEmpty()
                ? List.of()
                : entries(ledger, firm, invoice, Ledger.EntryKind.CREDIT_APPLIED).stream()
                        .filter(entry -> reversals.contains(entry.recorded().decision()))
                        .flatMap(entry -> entry.transfers().stream())
                        .filter(transfer ->
                                transfer.debit() instanceof Account.ClientCredit(GrantId grant) && made.contains(grant))
                        .map(Transfer::amount)
                        .toList();
        return Amounts.sum(payment.amount().getCurrencyUnit(), parts);
    }

    private static List<JournalEntry> entries(Ledger ledger, FirmId firm, InvoiceId invoice, Ledger.EntryKind kind) {
        return ledger.page(firm, new Ledger.EntryFilter(null, kind, null, invoice, null), Integer.MAX_VALUE);
    }
}
