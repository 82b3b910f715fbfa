package feewright.dispute;

import feewright.dispute.PostDisputes.Case;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Transfer;
import feewright.platform.AuditEvent;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice owes again because of a lost dispute stays owed, or is written off at once where a rule forbids that it be owed again.
 * Rules that cannot judge give nothing up.
 */
record WriteOffLost(Bookkeeping books, Case round) {

    void consider(Dispute dispute, Money owed) {
        Decision told = round.decision();
        LocalDate today = books.today(round.firm(), told.at());
        Invoice.Head head = round.account().head();
        LostDisputeFact lost = new LostDisputeFact(
                dispute.id(),
                reason(dispute),
                owed.getAmountMinorLong(),
                Math.toIntExact(ChronoUnit.DAYS.between(head.dates().due(), today)));
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.DISPUTE,
                        new Decision.Request("reopen_invoice", "dispute/" + dispute.id()),
                        List.of(ActorFact.of(told.actor()), lost),
                        new DecisionMaker.Requester(told.actor(), told.at()));
        boolean forbidden = decision.verdict().violations().stream()
                .anyMatch(violation -> violation.subject().equals(lost.ref()));
        if (!forbidden) {
            return;
        }
        InvoiceId invoice = head.id();
        InvoiceAccount account = books.ledger().lock(round.firm(), invoice).orElseThrow();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                dispute.of().client(),
                new EntryCause.InvoiceWrittenOff(invoice, dispute.id()),
                owed,
                today,
                List.of(new Transfer(Account.FirmAccount.WRITE_OFF, account.account(), owed)),
                null);
        books.post(
                decision,
                posting,
                "invoice_written_off",
                new AuditEvent.Target("invoice", invoice, dispute.of().client()));
    }

    private @Nullable String reason(Dispute dispute) {
        return round.settled().changes().stream()
                .filter(change -> change.id().equals(dispute.id()))
                .findFirst()
                .orElseThrow()
                .course()
                .reason();
    }
}
