package feewright.credit;

import feewright.invoice.Invoice;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.money.Amounts;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** Credit on its way to an invoice: from which grants how much is drawn. Judged before it is posted. */
record ProposedCreditApplication(InvoiceAccount account, List<Draw> draws, LocalDate today, boolean automatic) {

    ProposedCreditApplication {
        draws = List.copyOf(draws);
    }

    /**
     * What speaks against an application that nobody asked for, so that it is not offered: an attempt to collect the invoice is under
     * way; a person took credit of these grants off it.
     */
    record Circumstances(boolean collected, Set<GrantId> takenOff) {

        static final Circumstances NONE = new Circumstances(false, Set.of());
    }

    /** By hand: of at most {@code wanted}, out of these grants. */
    static ProposedCreditApplication of(
            InvoiceAccount account, Collection<CreditBalance> credits, Money wanted, LocalDate today) {
        return new ProposedCreditApplication(
                account, DrawOrder.draws(credits, use(account, today), wanted), today, false);
    }

    /** By the terms: as much as is owed. */
    static ProposedCreditApplication automatic(
            InvoiceAccount account, Collection<CreditBalance> credits, LocalDate today) {
        return new ProposedCreditApplication(
                account, DrawOrder.draws(credits, use(account, today), account.owed()), today, true);
    }

    private static DrawOrder.Use use(InvoiceAccount account, LocalDate today) {
        Invoice.Head head = account.head();
        return new DrawOrder.Use(head.parties().engagement(), head.currency(), today);
    }

    static Decision.Request question(InvoiceAccount account) {
        return new Decision.Request("apply_credit", "invoice/" + account.invoice());
    }

    /** What is drawn in all. */
    Money amount() {
        return Amounts.sum(
                account.head().currency(), draws.stream().map(Draw::amount).toList());
    }

    /** The facts of an application of {@code wanted}, which may be more than can be drawn. */
    List<Fact> facts(Actor actor, Money wanted, Circumstances circumstances) {
        Invoice.Head head = account.head();
        List<Fact> facts = new ArrayList<>();
        facts.add(ActorFact.of(actor));
        facts.add(new ApplicationFact(
                head.id(),
                head.parties().client(),
                head.parties().engagement(),
                head.currency().getCode(),
                account.isVoid(),
                automatic,
                account.contested().open(),
                circumstances.collected(),
                account.contested().suspended(),
                wanted.getAmountMinorLong(),
                account.owed().getAmountMinorLong()));
        for (Draw draw : draws) {
            facts.add(GrantFact.of(draw.from(), today));
            facts.add(new DrawFact(
                    draw.grant(),
                    draw.amount().getAmountMinorLong(),
                    circumstances.takenOff().contains(draw.grant())));
        }
        facts.add(new DrawnFact(head.id(), amount().getAmountMinorLong()));
        return facts;
    }

    JournalEntry post(Bookkeeping books, Decision decision, LocalDate on) {
        Invoice.Head head = account.head();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                head.parties().client(),
                new EntryCause.CreditApplied(head.id(), automatic),
                amount(),
                on,
                draws.stream().map(draw -> draw.to(account.account())).toList(),
                null);
        AuditEvent.Target target =
                new AuditEvent.Target("invoice", head.id(), head.parties().client());
        JournalEntry entry = books.post(decision, posting, "credit_applied", target);
        books.paid(decision, posting, account);
        return entry;
    }
}
