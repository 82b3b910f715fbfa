package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Use case: pays an invoice with the credit of its client, by hand, and undoes it (requirement L3). */
public record ApplyCredit(Transactions transactions, Credits credits, Bookkeeping books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Applied(JournalEntry entry) implements Outcome {}

        record Unapplied(JournalEntry entry) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** There is nothing to pay, or nothing to pay with. */
        record NothingToApply() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Applies {@code amount}, or (null) as much as there is and is owed. */
    public Outcome apply(Actor actor, InvoiceId invoice, @Nullable Money amount, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger()
                        .lock(actor.firm(), invoice)
                        .map(account -> applied(actor, account, amount, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome applied(Actor actor, InvoiceAccount account, @Nullable Money amount, Instant now) {
        ClientId client = account.head().parties().client();
        LocalDate today = books.today(actor.firm(), now);
        Money wanted = Objects.requireNonNullElse(amount, account.owed());
        ProposedCreditApplication application =
                ProposedCreditApplication.of(account, credits.lockOpen(actor.firm(), List.of(client)), wanted, today);
        if (amount == null && application.draws().isEmpty()) {
            return new Outcome.NothingToApply();
        }
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        ProposedCreditApplication.question(account),
                        application.facts(
                                actor,
                                amount == null ? application.amount() : amount,
                                ProposedCreditApplication.Circumstances.NONE),
                        new DecisionMaker.Requester(actor, now));
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Applied(application.post(books, decision, today));
    }

    /** Gives back what an application took, once and to the very grants it was drawn from, as far as it is still there. */
    public Outcome unapply(Actor actor, JournalEntryId application, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger()
                        .find(actor.firm(), application)
                        .flatMap(entry -> unapplied(actor, entry, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Optional<Outcome> unapplied(Actor actor, JournalEntry application, Instant now) {
        if (!(application.cause() instanceof EntryCause.CreditApplied(InvoiceId invoice, boolean _))) {
            return Optional.empty();
        }
        InvoiceAccount account = books.ledger().lock(actor.firm(), invoice).orElseThrow();
        ReversibleDraws back = isUndone(actor, application.id(), invoice)
                ? new ReversibleDraws(application.id(), List.of())
                : ReversibleDraws.of(application, account);
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Request("unapply_credit", "credit_application/" + application.id()),
                        back.facts(actor),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Optional.of(new Outcome.Refused(decision));
        }
        CurrencyUnit currency = account.head().currency();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                application.of().client(),
                new EntryCause.CreditUnapplied(invoice, application.id()),
                back.amount(currency),
                books.today(actor.firm(), now),
                back.transfers(),
                null);
        AuditEvent.Target target =
                new AuditEvent.Target("invoice", invoice, application.of().client());
        return Optional.of(new Outcome.Unapplied(books.post(decision, posting, "credit_unapplied", target)));
    }

    /** Its grants may pay for the invoice by another application, too: what that one drew is not given back for this one. */
    private boolean isUndone(Actor actor, JournalEntryId application, InvoiceId invoice) {
        Ledger.EntryFilter undone =
                new Ledger.EntryFilter(null, Ledger.EntryKind.CREDIT_UNAPPLIED, null, invoice, null);
        return books.ledger().page(actor.firm(), undone, Integer.MAX_VALUE).stream()
                .anyMatch(entry -> entry.cause().equals(new EntryCause.CreditUnapplied(invoice, application)));
    }
}
