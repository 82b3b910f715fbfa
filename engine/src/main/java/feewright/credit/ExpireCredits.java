package feewright.credit;

import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.Transfer;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Use case: writes down what expired (requirement L4). Credit cannot be used from its day on, whether this ran or not; credit that
 * comes back to a grant after its day expires the next time. Repeated and run by several at once, it writes each expiry once.
 */
public record ExpireCredits(Transactions transactions, Credits credits, Bookkeeping books) {

    private static final int BATCH = 100;

    /** Expires what is due in the firm's zone, and tells how many grants that were. What the rules refuse is left for the next time. */
    public int expire(FirmId firm, Instant now) {
        int all = 0;
        Optional<GrantId> upTo = Optional.empty();
        while (true) {
            GrantId after = upTo.orElse(null);
            Step step = transactions.in(Actor.scheduler(firm), () -> batch(firm, after, now));
            all += step.expired();
            if (step.last() == null) {
                return all;
            }
            upTo = Optional.of(step.last());
        }
    }

    /** How many of a batch expired, and the last that was looked at; null where there was none. */
    private record Step(int expired, @Nullable GrantId last) {}

    private Step batch(FirmId firm, @Nullable GrantId after, Instant now) {
        LocalDate today = books.today(firm, now);
        List<GrantId> due = credits.expired(firm, today, after, BATCH);
        if (due.isEmpty()) {
            return new Step(0, null);
        }
        int expired = 0;
        for (CreditBalance credit : credits.lock(firm, due)) {
            if (credit.remaining().isPositive() && isExpired(firm, credit, now, today)) {
                expired++;
            }
        }
        return new Step(expired, due.getLast());
    }

    private boolean isExpired(FirmId firm, CreditBalance credit, Instant now, LocalDate today) {
        Actor actor = Actor.scheduler(firm);
        CreditGrant grant = credit.grant();
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        new Decision.Request("expire_credit", "credit/" + grant.id()),
                        List.of(
                                ActorFact.of(actor),
                                GrantFact.of(credit, today),
                                new CreditStepFact(
                                        grant.id(),
                                        CreditStep.EXPIRE,
                                        credit.remaining().getAmountMinorLong())),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return false;
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new EntryCause.CreditExpired(grant.id()),
                credit.remaining(),
                today,
                List.of(new Transfer(grant.account(), grant.givenFrom(), credit.remaining())),
                null);
        AuditEvent.Target target =
                new AuditEvent.Target("credit", grant.id(), grant.of().client());
        books.post(decision, posting, "credit_expired", target);
        return true;
    }
}
