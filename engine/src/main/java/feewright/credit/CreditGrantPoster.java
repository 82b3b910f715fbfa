package feewright.credit;

import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.Transfer;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** How steps of a grant are judged, and what they leave in the books. */
record CreditGrantPoster(Bookkeeping books) {

    static Decision.Request question(CreditGrant grant, CreditStep step) {
        return new Decision.Request(step.code() + "_credit", "credit/" + grant.id());
    }

    /** Asks the rules for a step: of all that is left where it takes back, of the whole grant otherwise. */
    Decision judge(Actor actor, CreditBalance credit, CreditStep step, Instant now) {
        Money amount =
                step == CreditStep.REVERSE ? credit.remaining() : credit.grant().amount();
        CreditStepFact asked = new CreditStepFact(credit.id(), step, amount.getAmountMinorLong());
        return books.decisionMaker()
                .ask(
                        RuleSet.CREDIT,
                        question(credit.grant(), step),
                        List.of(ActorFact.of(actor), GrantFact.of(credit, books.today(actor.firm(), now)), asked),
                        new DecisionMaker.Requester(actor, now));
    }

    /** Puts the amount of a grant into its account. */
    void give(Decision decision, CreditGrant grant) {
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new EntryCause.CreditGranted(grant.id()),
                grant.amount(),
                books.today(grant.of().firm(), decision.at()),
                List.of(new Transfer(Account.FirmAccount.ALLOWANCE, grant.account(), grant.amount())),
                null);
        books.post(decision, posting, "credit_granted", target(grant));
    }

    /** Takes out of the account what is left in it. */
    void takeBack(Decision decision, CreditBalance credit, CreditReversal reversal) {
        CreditGrant grant = credit.grant();
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                grant.of().client(),
                new EntryCause.CreditReversed(grant.id()),
                credit.remaining(),
                books.today(grant.of().firm(), decision.at()),
                List.of(new Transfer(grant.account(), grant.givenFrom(), credit.remaining())),
                reversal.reason(),
                reversal.clientNote());
        books.post(decision, posting, "credit_reversed", target(grant));
    }

    /** Leaves an audit event where no money moves. */
    void audit(Decision decision, CreditGrant grant, String action) {
        books.audit()
                .append(new AuditEvent(
                        new AuditEventId(books.decisionMaker().ids().next()),
                        decision.actor(),
                        action,
                        target(grant),
                        List.of(grant.source().code(), "decision-" + decision.id()),
                        grant.amount(),
                        decision.at()));
    }

    private static AuditEvent.Target target(CreditGrant grant) {
        return new AuditEvent.Target("credit", grant.id(), grant.of().client());
    }
}
