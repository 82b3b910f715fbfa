package feewright.dispute;

import feewright.attempt.PaymentAttempt;
import feewright.attempt.PaymentReturnHandler;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.FirmId;
import feewright.refund.RefundPostedHandler;
import feewright.rule.Decision;
import java.util.List;

/**
 * Shares what was charged back of a payment once more, after money of it went or came otherwise: as if that had been first. Once a bank
 * took all of it back, the firm bears what was charged back, or its invoice would owe the same twice; once a refund came back, the client
 * bears that much more.
 */
public record ReapportionChargebacks(DisputeRecords records, Bookkeeping books)
        implements PaymentReturnHandler, RefundPostedHandler {

    @Override
    public void happened(PaymentAttempt attempt, Decision decision) {
        happened(attempt, attempt.payment().orElseThrow(), decision);
    }

    @Override
    public void happened(PaymentAttempt attempt, JournalEntryId paid, Decision decision) {
        FirmId firm = attempt.of().firm();
        List<DisputeUpdater.Change> changes = records.disputes().of(firm, paid).stream()
                .map(dispute -> new DisputeUpdater.Change(
                        dispute, dispute.course(), Uncounted.of(dispute.events(), DisputeEvent::isApplied)))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        InvoiceAccount account =
                books.ledger().lock(firm, attempt.of().invoice()).orElseThrow();
        JournalEntry payment = books.ledger().find(firm, paid).orElseThrow();
        new PostDisputes(records, books)
                .post(new PostDisputes.Case(account, payment, new DisputeUpdater.Result(changes, decision)));
    }
}
