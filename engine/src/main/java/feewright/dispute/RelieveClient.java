package feewright.dispute;

import feewright.attempt.PaymentAttempt;
import feewright.attempt.TakenBack;
import feewright.firm.FirmId;
import feewright.receivable.Bookkeeping;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.rule.Decision;
import java.util.List;

/**
 * Lets the firm bear what was charged back of a payment once a bank took all of it back: its invoice would owe the same twice. It is
 * as if the bank had been first.
 */
public record RelieveClient(RecordDispute.Registers registers, Bookkeeping books) implements TakenBack {

    @Override
    public void happened(PaymentAttempt attempt, Decision decision) {
        FirmId firm = attempt.of().firm();
        JournalEntryId paid = attempt.payment().orElseThrow();
        List<Standings.Change> changes = registers.disputes().of(firm, paid).stream()
                .map(dispute -> new Standings.Change(
                        dispute, dispute.course(), Uncounted.of(dispute.events(), DisputeEvent::isApplied)))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        InvoiceAccount account =
                books.ledger().lock(firm, attempt.of().invoice()).orElseThrow();
        JournalEntry payment = books.ledger().find(firm, paid).orElseThrow();
        new PostDisputes(registers, books)
                .post(new PostDisputes.Round(account, payment, new Standings.Settled(changes, decision)));
    }
}
