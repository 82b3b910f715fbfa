package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.engagement.Terms;
import feewright.invoice.HourlyUseCalculator;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.LinePart;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Transfer;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** How credit notes are judged, and what they leave in the books. */
record CreditNotePoster(IssueCreditNote of, Bookkeeping books) {

    /** What a request comes to on the locked account of its invoice, and what the rules say of it. */
    record Judged(Decision decision, InvoiceAccount account, ProposedCreditNote proposed, CreditNoteRequest request) {}

    Judged judge(Actor actor, Invoice invoice, CreditNoteRequest request, Instant now) {
        InvoiceAccount account = books.ledger().lock(actor.firm(), invoice.id()).orElseThrow();
        ProposedCreditNote proposed =
                ProposedCreditNote.of(invoice, of.notes().credited(actor.firm(), invoice.id()), request);
        List<Fact> facts = proposed.facts(actor, account);
        if (request.excess().isGivenBack()) {
            Money payout = Excess.of(account, proposed.sum(), Account.FirmAccount.REFUND)
                    .ofMoney();
            facts.add(Undisputed.of(of.credits(), account, account.drawn().keySet())
                    .payout(payout));
        }
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Request("issue_credit_note", "invoice/" + invoice.id()),
                        facts,
                        new DecisionMaker.Requester(actor, now));
        return new Judged(decision, account, proposed, request);
    }

    CreditNote issue(Judged judged) {
        Decision decision = judged.decision();
        InvoiceAccount account = judged.account();
        ProposedCreditNote proposed = judged.proposed();
        CreditNoteRequest request = judged.request();
        Actor actor = decision.actor();
        Money sum = proposed.sum();
        JournalEntryId id = books.nextId();
        GrantId fresh = new GrantId(books.decisionMaker().ids().next());
        Excess excess = Excess.of(account, sum, new Account.ClientCredit(fresh));
        List<Transfer> transfers = new ArrayList<>();
        proposed.byCategory()
                .forEach((category, amount) ->
                        transfers.add(new Transfer(new Account.Revenue(category), account.account(), amount)));
        transfers.addAll(excess.transfers());
        InvoiceId invoice = account.invoice();
        InvoiceNumber number = of.numbers().take(actor.firm(), CreditNote.SERIES, 1);
        CreditGrant.Created asked = new CreditGrant.Created(actor.person(), decision.at(), id);
        if (excess.ofMoney().isPositive()) {
            of.credits().add(grant(asked, account, fresh, excess.ofMoney()));
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                account.head().parties().client(),
                new EntryCause.InvoiceCredited(invoice, number),
                sum,
                books.today(actor.firm(), decision.at()),
                transfers,
                request.reason(),
                request.clientNote(),
                fresh);
        AuditEvent.Target target = new AuditEvent.Target(
                "invoice", invoice, account.head().parties().client());
        JournalEntry entry = books.post(decision, posting, "credit_note_issued", target);
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
        PayOut.Texts words = new PayOut.Texts(request.reason(), request.clientNote());
        new PayOut(books, of.ways()).pay(decision, new PayOut.Request(grant, grant.amount(), byHand, words));
    }

    /**
     * What is released counts as never billed, and a period whose fee is credited whole includes no minutes. Of the position as it is
     * by now: an earlier note may have moved it.
     */
    private void giveBack(FirmId firm, ProposedCreditNote proposed, CreditNote note) {
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
            HourlyUse left = use.releasing(terms, HourlyUseCalculator.ofParts(released, invoice.lines(), terms));
            for (LocalDate period : terms.hasIncludedMinutes() ? whole : List.<LocalDate>of()) {
                left = left.without(HourlyUse.Kind.CREDITED, period);
            }
            if (!left.equals(use)) {
                of.invoices().moveCursor(firm, engagement, position.cursor().using(left));
            }
        });
    }

    private static CreditGrant grant(CreditGrant.Created asked, InvoiceAccount account, GrantId id, Money amount) {
        Invoice.Parties parties = account.head().parties();
        return new CreditGrant(
                id,
                new CreditGrant.Parties(parties.firm(), parties.client()),
                CreditSource.REFUND_AS_CREDIT,
                amount,
                CreditGrant.Limits.NONE,
                asked);
    }
}
