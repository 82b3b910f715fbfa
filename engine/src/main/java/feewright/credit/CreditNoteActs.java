package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.engagement.Terms;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.FirmId;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.LinePart;
import feewright.invoice.UsedBy;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** How credit notes are judged, and what they leave in the books. */
record CreditNoteActs(IssueCreditNote of, Bookkeeping books) {

    /** What a request comes to on the locked account of its invoice, and what the rules say of it. */
    record Judged(Decision decision, InvoiceAccount account, ProposedCredit proposed, CreditNoteRequest request) {}

    Judged judge(Actor actor, Invoice invoice, CreditNoteRequest request, Instant now) {
        InvoiceAccount account = books.ledger().lock(actor.firm(), invoice.id()).orElseThrow();
        ProposedCredit proposed = ProposedCredit.of(invoice, of.notes().credited(actor.firm(), invoice.id()), request);
        List<Fact> facts = proposed.facts(actor, account);
        if (request.excess().isGivenBack()) {
            Money payout =
                    Excess.of(account, proposed.sum(), Account.Own.REFUND).ofMoney();
            facts.add(Undisputed.of(of.credits(), account, account.drawn().keySet())
                    .payout(payout));
        }
        Decision decision = books.judge()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Question("issue-credit-note", "invoice/" + invoice.id()),
                        facts,
                        new Judge.By(actor, now));
        return new Judged(decision, account, proposed, request);
    }

    CreditNote issue(Judged judged) {
        Decision decision = judged.decision();
        InvoiceAccount account = judged.account();
        ProposedCredit proposed = judged.proposed();
        CreditNoteRequest request = judged.request();
        Actor actor = decision.actor();
        Money sum = proposed.sum();
        JournalEntryId id = books.nextId();
        GrantId fresh = new GrantId(books.judge().ids().next());
        Excess excess = Excess.of(account, sum, new Account.ClientCredit(fresh));
        List<Transfer> transfers = new ArrayList<>();
        proposed.byCategory()
                .forEach((category, amount) ->
                        transfers.add(new Transfer(new Account.Revenue(category), account.account(), amount)));
        transfers.addAll(excess.transfers());
        InvoiceId invoice = account.invoice();
        InvoiceNumber number = of.numbers().take(actor.firm(), CreditNote.SERIES, 1);
        CreditGrant.Asked asked = new CreditGrant.Asked(actor.person(), decision.at(), id);
        if (excess.ofMoney().isPositive()) {
            of.credits().add(grant(asked, account, fresh, excess.ofMoney()));
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                account.head().parties().client(),
                new Occasion.InvoiceCredited(invoice, number),
                sum,
                books.today(actor.firm(), decision.at()),
                transfers,
                request.reason(),
                request.clientNote(),
                fresh);
        AuditEvent.Target target = new AuditEvent.Target(
                "invoice", invoice, account.head().parties().client());
        JournalEntry entry = books.post(decision, posting, "credit-note-issued", target);
        books.paid(decision, posting, account);
        CreditNote note = new CreditNote(entry, proposed.lines());
        of.notes().add(note, invoice);
        giveBack(actor.firm(), proposed, note);
        if (request.excess().isGivenBack() && excess.ofMoney().isPositive()) {
            payOut(decision, grant(asked, account, fresh, excess.ofMoney()), request);
        }
        return note;
    }

    private void payOut(Decision decision, CreditGrant grant, CreditNoteRequest request) {
        boolean byHand = request.excess() == CreditNoteRequest.Excess.REFUND_BY_HAND;
        PayOut.Words words = new PayOut.Words(request.reason(), request.clientNote());
        new PayOut(books, of.ways()).pay(decision, new PayOut.Asked(grant, grant.amount(), byHand, words));
    }

    /**
     * What is released counts as never billed, and a period whose fee is credited whole includes no minutes. Of the position as it is
     * by now: an earlier note may have moved it.
     */
    private void giveBack(FirmId firm, ProposedCredit proposed, CreditNote note) {
        Invoice invoice = proposed.invoice();
        EngagementId engagement = invoice.head().parties().engagement();
        List<LinePart> released = note.released(invoice);
        List<LocalDate> whole = proposed.creditedWhole();
        if (engagement == null || (released.isEmpty() && whole.isEmpty())) {
            return;
        }
        of.positions().lock(firm, List.of(engagement)).forEach(position -> {
            Terms terms = position.engagement().inEffect();
            HourlyUse use = position.cursor().use();
            HourlyUse left = use.releasing(terms, UsedBy.ofParts(released, invoice.lines(), terms));
            for (LocalDate period : terms.hasIncludedMinutes() ? whole : List.<LocalDate>of()) {
                left = left.without(HourlyUse.Kind.CREDITED, period);
            }
            if (!left.equals(use)) {
                of.invoices().moveCursor(firm, engagement, position.cursor().using(left));
            }
        });
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
