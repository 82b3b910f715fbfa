package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.credit.CreditGrant;
import feewright.credit.Credits;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.payment.SuspenseResolution;
import feewright.payment.SuspenseTarget;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: a person says where money in suspense belongs (requirement L5), all of it or a part. Once nothing of the invoice is in
 * suspense any more, a collection that the rules had refused because of it goes on. It does not where money that came for the invoice
 * went elsewhere: whether the client is asked for it once more, a person says.
 */
public record ResolveSuspense(
        Transactions transactions, CollectionCursors cursors, Credits credits, Bookkeeping books) {

    /** How much of which item (null: all that is left) goes where, and why: words that stay inside. */
    public record Request(
            JournalEntryId item,
            SuspenseTarget target,
            @Nullable Money amount,
            CustomerText reason) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Resolved(JournalEntry entry) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome settle(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> item(actor.firm(), request.item())
                        .map(found -> judged(actor, found, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Optional<SuspenseItem> item(FirmId firm, JournalEntryId item) {
        return books.ledger().suspense(firm, SuspenseFilter.of(item), 1).stream()
                .findFirst();
    }

    /** The collection is locked before the account, as everybody who collects does; the item is read again once both are. */
    private Outcome judged(Actor actor, SuspenseItem read, Request request, Instant now) {
        FirmId firm = actor.firm();
        InvoiceId invoice = read.of().invoice();
        Optional<CollectionCursor> cursor = invoice == null ? Optional.empty() : cursors.lock(firm, invoice);
        InvoiceAccount account =
                invoice == null ? null : books.ledger().lock(firm, invoice).orElseThrow();
        SuspenseResolution settlement = SuspenseResolution.of(
                item(firm, read.id()).orElseThrow(), account, new SuspenseResolution.Writing(credits, books));
        Money amount = Objects.requireNonNullElse(request.amount(), settlement.left());
        SuspenseResolutionFact asked = new SuspenseResolutionFact(
                read.id(),
                request.target(),
                amount.getAmountMinorLong(),
                settlement.left().getAmountMinorLong(),
                settlement.most(request.target()).getAmountMinorLong());
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("resolve_suspense", "suspense_item/" + read.id()),
                        List.of(ActorFact.of(actor), asked),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        JournalEntry entry = posted(decision, settlement, request, amount);
        cursor.filter(at -> at.next().equals(new NextStep.None(StopReason.REFUSED)))
                .ifPresent(at -> goOn(at, settlement, request.target(), decision));
        return new Outcome.Resolved(entry);
    }

    private JournalEntry posted(Decision decision, SuspenseResolution settlement, Request request, Money amount) {
        JournalEntry known = settlement.item().known();
        InvoiceAccount account = settlement.account();
        JournalEntryId id = books.nextId();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                known.of().client(),
                new EntryCause.SuspenseSettled(known.id(), account == null ? null : account.invoice()),
                amount,
                books.today(decision.actor().firm(), decision.at()),
                settlement.transfers(
                        request.target(),
                        amount,
                        new CreditGrant.Created(decision.actor().person(), decision.at(), id)),
                request.reason());
        AuditEvent.Target target =
                new AuditEvent.Target("suspense_item", known.id(), known.of().client());
        JournalEntry entry = books.post(decision, posting, "suspense_resolved", target);
        if (account != null) {
            books.paid(decision, posting, account);
        }
        return entry;
    }

    private void goOn(CollectionCursor cursor, SuspenseResolution settled, SuspenseTarget target, Decision decision) {
        FirmId firm = decision.actor().firm();
        InvoiceAccount account = books.ledger().lock(firm, cursor.invoice()).orElseThrow();
        if (settled.takesElsewhere(target)) {
            cursors.move(firm, List.of(cursor.then(new NextStep.None(StopReason.OWES_AGAIN))));
        } else if (account.owed().isPositive()
                && !account.contested().suspended()
                && !account.contested().open()) {
            cursors.move(firm, List.of(cursor.then(new NextStep.Attempt(decision.at(), Cause.RETRY))));
        }
    }
}
