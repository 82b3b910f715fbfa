package feewright.credit;

import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.Content;
import feewright.firm.Transactions;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.GrantId;
import feewright.receivable.JournalEntry;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Use case: pays out what is left of credit that its client had paid for. */
public record RefundCredit(Transactions transactions, Credits credits, Bookkeeping books) {

    /** How much of which grant, and why; null for all that is left. */
    public record Request(GrantId grant, @Nullable Money amount, Content reason) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Refunded(JournalEntry refund) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome refund(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> credits.lock(actor.firm(), List.of(request.grant())).stream()
                        .findFirst()
                        .map(credit -> judged(actor, credit, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome judged(Actor actor, CreditStanding credit, Request request, Instant now) {
        LocalDate today = books.today(actor.firm(), now);
        Money amount = Objects.requireNonNullElse(request.amount(), credit.remaining());
        Decision decision = books.judge()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Question("refund-credit", "credit/" + credit.id()),
                        List.of(
                                ActorFact.of(actor),
                                GrantFact.of(credit, today),
                                new CreditStepFact(credit.id(), CreditStep.REFUND, amount.getAmountMinorLong())),
                        new Judge.By(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        CreditGrant grant = credit.grant();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new Occasion.CreditRefunded(grant.id(), grant.asked().origin()),
                amount,
                today,
                List.of(new Transfer(grant.account(), Account.Own.REFUND, amount)),
                request.reason());
        AuditEvent.Target target =
                new AuditEvent.Target("credit", grant.id(), grant.of().client());
        return new Outcome.Refunded(books.post(decision, posting, "credit-refunded", target));
    }
}
