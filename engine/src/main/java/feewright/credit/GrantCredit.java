package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.firm.Clients;
import feewright.ledger.Bookkeeping;
import feewright.ledger.GrantId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.Refusal;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Use case: gives a client credit, at once or once somebody else agrees, and takes back what is left of it (requirement L2). */
public record GrantCredit(
        Transactions transactions, Credits credits, Clients clients, Engagements engagements, Bookkeeping books) {

    /** What is asked for, why, and what the client is told once it stands. */
    public record Request(
            ClientId client,
            CreditSource source,
            Money amount,
            CreditGrant.Limits limits,
            CustomerText reason,
            @Nullable CustomerText clientNote) {

        public Request(
                ClientId client, CreditSource source, Money amount, CreditGrant.Limits limits, CustomerText reason) {
            this(client, source, amount, limits, reason, null);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The grant as it stands now. */
        record Done(CreditBalance credit) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** The grant was reviewed already, or needs no review. */
        record NotWaiting() implements Outcome {}

        /** No such client, engagement of the client, or grant. */
        record NotFound() implements Outcome {}
    }

    public Outcome ask(Actor actor, Request request, Instant now) {
        return transactions.in(actor, () -> {
            if (!isKnown(actor, request)) {
                return new Outcome.NotFound();
            }
            CreditGrant grant = new CreditGrant(
                    new GrantId(books.decisionMaker().ids().next()),
                    new CreditGrant.Parties(actor.firm(), request.client()),
                    request.source(),
                    request.amount(),
                    request.limits(),
                    new CreditGrant.Created(actor.person(), now, null));
            CreditReview review =
                    request.source().needsFourEyes() ? new CreditReview.Waiting() : new CreditReview.NotNeeded();
            CreditBalance asked =
                    new CreditBalance(grant, review, Money.zero(request.amount().getCurrencyUnit()));
            Decision decision = acts().judge(actor, asked, CreditStep.ASK, now);
            if (decision.outcome() == Decision.Outcome.REFUSED) {
                return new Outcome.Refused(decision);
            }
            credits.add(grant);
            books.customerTexts()
                    .write(actor.firm(), CustomerTextKey.ofAct(grant.id(), request.reason(), request.clientNote()));
            if (review.stands()) {
                acts().give(decision, grant);
            } else {
                acts().audit(decision, grant, "credit_requested");
            }
            return done(actor, grant.id());
        });
    }

    /** Approves or rejects a grant that waits for it. */
    public Outcome review(Actor actor, GrantId id, CreditStep step, Instant now) {
        return transactions.in(actor, () -> {
            List<CreditBalance> found = credits.lock(actor.firm(), List.of(id));
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            CreditBalance credit = found.getFirst();
            if (!(credit.review() instanceof CreditReview.Waiting)) {
                books.decisionMaker()
                        .refuse(
                                Refusal.CREDIT_NOT_WAITING,
                                CreditGrantPoster.question(credit.grant(), step),
                                actor,
                                now);
                return new Outcome.NotWaiting();
            }
            Decision decision = acts().judge(actor, credit, step, now);
            if (decision.outcome() == Decision.Outcome.REFUSED) {
                return new Outcome.Refused(decision);
            }
            if (step == CreditStep.APPROVE) {
                credits.review(actor.firm(), id, new CreditReview.Approved(actor.person(), now));
                acts().give(decision, credit.grant());
            } else {
                credits.review(actor.firm(), id, new CreditReview.Rejected(actor.person(), now));
                acts().audit(decision, credit.grant(), "credit_rejected");
            }
            return done(actor, id);
        });
    }

    /** Takes back what is left of a grant that nobody paid for. An entry, like everything else (requirement L4). */
    public Outcome reverse(Actor actor, CreditReversal reversal, Instant now) {
        GrantId id = reversal.grant();
        return transactions.in(actor, () -> {
            List<CreditBalance> found = credits.lock(actor.firm(), List.of(id));
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            CreditBalance credit = found.getFirst();
            Decision decision = acts().judge(actor, credit, CreditStep.REVERSE, now);
            if (decision.outcome() == Decision.Outcome.REFUSED) {
                return new Outcome.Refused(decision);
            }
            acts().takeBack(decision, credit, reversal);
            return done(actor, id);
        });
    }

    private boolean isKnown(Actor actor, Request request) {
        EngagementId engagement = request.limits().engagement();
        return clients.find(actor.firm(), request.client()).isPresent()
                && (engagement == null
                        || engagements
                                .find(actor.firm(), engagement)
                                .filter(found -> found.client().equals(request.client()))
                                .isPresent());
    }

    private CreditGrantPoster acts() {
        return new CreditGrantPoster(books);
    }

    private Outcome done(Actor actor, GrantId id) {
        return new Outcome.Done(credits.find(actor.firm(), id).orElseThrow());
    }
}
