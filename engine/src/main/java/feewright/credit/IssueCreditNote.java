package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.Transactions;
import feewright.invoice.BillingPositions;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.InvoiceNumbers;
import feewright.invoice.Invoices;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.Decision;
import feewright.rule.Fact;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Use case: takes something off an issued invoice, which stays as it is. What was paid for it already becomes credit or a refund,
 * exactly; named time entries become billable once more only if that is asked for.
 */
public record IssueCreditNote(
        Transactions transactions, Registers registers, InvoiceNumbers numbers, Bookkeeping books) {

    /** Where invoices, notes, grants and open time are. */
    public record Registers(Invoices invoices, CreditNotes notes, Credits credits, BillingPositions positions) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Issued(CreditNote note) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome issue(Actor actor, CreditNoteRequest request, Instant now) {
        return transactions.in(
                actor,
                () -> registers
                        .invoices()
                        .find(actor.firm(), request.invoice())
                        .map(invoice -> judged(actor, invoice, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome judged(Actor actor, Invoice invoice, CreditNoteRequest request, Instant now) {
        lockBilling(actor, invoice);
        InvoiceAccount account = books.ledger().lock(actor.firm(), invoice.id()).orElseThrow();
        ProposedCredit proposed =
                ProposedCredit.of(invoice, registers.notes().credited(actor.firm(), invoice.id()), request.items());
        List<Fact> facts = proposed.facts(actor, account);
        if (request.excess() == CreditNoteRequest.Excess.REFUND) {
            Money payout =
                    Excess.of(account, proposed.sum(), Account.Own.REFUND).ofMoney();
            facts.add(
                    Undisputed.of(registers.credits(), account, account.drawn().keySet())
                            .payout(payout));
        }
        Decision decision = books.judge()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Question("issue-credit-note", "invoice/" + invoice.id()),
                        facts,
                        new Judge.By(actor, now));
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Issued(issued(decision, account, proposed, request));
    }

    /** Released time is open again at once, so whoever bills the engagement has to wait. */
    private void lockBilling(Actor actor, Invoice invoice) {
        EngagementId engagement = invoice.head().parties().engagement();
        if (engagement != null) {
            registers.positions().lock(actor.firm(), List.of(engagement));
        }
    }

    private CreditNote issued(
            Decision decision, InvoiceAccount account, ProposedCredit proposed, CreditNoteRequest request) {
        Actor actor = decision.actor();
        Money sum = proposed.sum();
        JournalEntryId id = books.nextId();
        GrantId fresh = new GrantId(books.judge().ids().next());
        Account money = request.excess() == CreditNoteRequest.Excess.REFUND
                ? Account.Own.REFUND
                : new Account.ClientCredit(fresh);
        Excess excess = Excess.of(account, sum, money);
        List<Transfer> transfers = new ArrayList<>();
        proposed.byCategory()
                .forEach((category, amount) ->
                        transfers.add(new Transfer(new Account.Revenue(category), account.account(), amount)));
        transfers.addAll(excess.transfers());
        InvoiceId invoice = account.invoice();
        InvoiceNumber number = numbers.take(actor.firm(), CreditNote.SERIES, 1);
        if (money instanceof Account.ClientCredit && excess.ofMoney().isPositive()) {
            registers
                    .credits()
                    .add(grant(
                            new CreditGrant.Asked(actor.person(), decision.at(), id),
                            account,
                            fresh,
                            excess.ofMoney()));
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                account.head().parties().client(),
                new Occasion.InvoiceCredited(invoice, number),
                sum,
                books.today(actor.firm(), decision.at()),
                transfers,
                request.reason());
        AuditEvent.Target target = new AuditEvent.Target(
                "invoice", invoice, account.head().parties().client());
        JournalEntry entry = books.post(decision, posting, "credit-note-issued", target);
        books.paid(decision, posting, account);
        CreditNote note = new CreditNote(entry, proposed.lines());
        registers.notes().add(note, invoice);
        return note;
    }

    private static CreditGrant grant(CreditGrant.Asked asked, InvoiceAccount account, GrantId id, Money amount) {
        Invoice.Parties parties = account.head().parties();
        return new CreditGrant(
                id,
                new CreditGrant.Of(parties.firm(), parties.client()),
                CreditSource.REFUND_AS_CREDIT,
                amount,
                CreditGrant.Limits.NONE,
                asked);
    }
}
