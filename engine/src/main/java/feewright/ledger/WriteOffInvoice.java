package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.CustomerText;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Use case: gives up what an invoice owes, or a part of it. A payment that comes in after all undoes as much of it. */
public record WriteOffInvoice(Transactions transactions, Bookkeeping books) {

    /** What came of it. */
    public sealed interface Outcome {

        record WrittenOff(JournalEntry entry) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** How much of which invoice (null: everything that it owes), why, and what the client is told. */
    public record Request(
            InvoiceId invoice,
            @Nullable Money amount,
            CustomerText reason,
            @Nullable CustomerText clientNote) {

        public Request(InvoiceId invoice, @Nullable Money amount, CustomerText reason) {
            this(invoice, amount, reason, null);
        }
    }

    public Outcome writeOff(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger()
                        .lock(actor.firm(), request.invoice())
                        .map(account -> judged(actor, account, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome judged(Actor actor, InvoiceAccount account, Request request, Instant now) {
        Money amount = Objects.requireNonNullElse(request.amount(), account.owed());
        WriteOffFact asked = new WriteOffFact(
                account.invoice(), amount.getAmountMinorLong(), account.owed().getAmountMinorLong());
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("write_off_invoice", "invoice/" + account.invoice()),
                        List.of(ActorFact.of(actor), asked),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                account.head().parties().client(),
                new EntryCause.InvoiceWrittenOff(account.invoice()),
                amount,
                books.today(actor.firm(), now),
                List.of(new Transfer(Account.FirmAccount.WRITE_OFF, account.account(), amount)),
                request.reason(),
                request.clientNote());
        AuditEvent.Target target = new AuditEvent.Target(
                "invoice", account.invoice(), account.head().parties().client());
        return new Outcome.WrittenOff(books.post(decision, posting, "invoice_written_off", target));
    }
}
