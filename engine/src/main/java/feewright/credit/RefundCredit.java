package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.OriginPayments;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: pays out what is left of credit that its client had paid for: through the processors that brought it, the rest by hand.
 */
public record RefundCredit(Transactions transactions, Credits credits, RefundRoutes ways, Bookkeeping books) {

    /**
     * How much of which grant (null: all that is left and nobody disputes), why, and what the client is told. {@code byHand}: all of it by
     * hand, whoever brought it.
     */
    public record Request(
            GrantId grant,
            @Nullable Money amount,
            CustomerText reason,
            @Nullable CustomerText clientNote,
            boolean byHand) {

        /** The way that it came. */
        public Request(GrantId grant, @Nullable Money amount, CustomerText reason) {
            this(grant, amount, reason, null, false);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** An entry for each way: what went through processors first. */
        record Refunded(List<JournalEntry> refunds) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome refund(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> credits.find(actor.firm(), request.grant())
                        .map(found -> judged(actor, found.grant(), request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** The account of the invoice that made the credit is locked before it, as everybody does who gives money back. */
    private @Nullable Undisputed undisputed(CreditGrant grant) {
        FirmId firm = grant.of().firm();
        JournalEntry origin = Optional.ofNullable(grant.asked().origin())
                .flatMap(entry -> books.ledger().find(firm, entry))
                .orElse(null);
        InvoiceId invoice = origin == null ? null : Undisputed.invoice(origin);
        if (origin == null || invoice == null) {
            return null;
        }
        InvoiceAccount account = books.ledger().lock(firm, invoice).orElseThrow();
        Undisputed all = Undisputed.of(credits, account, List.of(grant.id()));
        return new OriginPayments(books.ledger())
                .payment(origin)
                .flatMap(payment -> books.ledger().find(firm, payment))
                .map(payment -> all.of(books.ledger(), payment))
                .orElse(all);
    }

    /** What the rules are asked about where nothing can be paid out and no amount is named, so that they name the reason. */
    private static Money whole(CreditBalance credit) {
        return credit.remaining().isPositive()
                ? credit.remaining()
                : credit.grant().amount();
    }

    private Outcome judged(Actor actor, CreditGrant grant, Request request, Instant now) {
        Undisputed undisputed = undisputed(grant);
        CreditBalance credit = credits.lock(actor.firm(), List.of(grant.id())).getFirst();
        LocalDate today = books.today(actor.firm(), now);
        Money most = undisputed == null ? credit.remaining() : undisputed.least(credit.remaining());
        Money amount = Objects.requireNonNullElse(request.amount(), most);
        Money wanted = request.amount() == null && !most.isPositive() ? whole(credit) : amount;
        List<Fact> facts = new ArrayList<>(List.of(
                ActorFact.of(actor),
                GrantFact.of(credit, today),
                new CreditStepFact(credit.id(), CreditStep.REFUND, wanted.getAmountMinorLong())));
        if (undisputed != null) {
            facts.add(undisputed.payout(wanted));
        }
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Request("refund_credit", "credit/" + credit.id()),
                        facts,
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        PayOut.Request asked = new PayOut.Request(
                grant, amount, request.byHand(), new PayOut.Texts(request.reason(), request.clientNote()));
        return new Outcome.Refunded(new PayOut(books, ways).pay(decision, asked));
    }
}
