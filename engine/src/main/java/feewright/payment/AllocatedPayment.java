package feewright.payment;

import feewright.credit.AllocatedDeposit;
import feewright.credit.CreditGrant;
import feewright.ledger.Bookkeeping;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntry;
import feewright.platform.Actor;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import java.util.List;
import java.util.Optional;

/** One payment over several invoices of a client, judged whole before any of it is entered. */
record AllocatedPayment(RecordPayment recordPayment, PaymentTarget of, MoneyIn.Received received) {

    /** What the rules say of the payment and, if they permit it, of each share. */
    record Judged(MoneyIn.Ids ids, Decision payment, AllocatedDeposit.Judged shares) {

        /** The first that is refused. */
        Optional<Decision> refusal() {
            return payment.outcome() == Decision.Outcome.REFUSED
                    ? Optional.of(payment)
                    : shares.refusals().stream().findFirst();
        }
    }

    /** The accounts are locked, and given as they are when the payment is entered. */
    Judged judge(DecisionMaker.Requester by, List<AllocatedDeposit.Share> shares) {
        Actor actor = by.actor();
        Decision decision = recordPayment.judge(of, received, actor, by.at());
        GrantId id = new GrantId(books().decisionMaker().ids().next());
        MoneyIn.Ids ids = new MoneyIn.Ids(books().nextId(), id);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Judged(ids, decision, new AllocatedDeposit.Judged(List.of(), List.of()));
        }
        CreditGrant credit =
                of.grant(id, received.amount(), new CreditGrant.Created(actor.person(), by.at(), ids.payment()));
        return new Judged(ids, decision, new AllocatedDeposit(credit, shares).judge(books(), actor, by.at()));
    }

    JournalEntry post(Judged judged) {
        Decision decision = judged.payment();
        JournalEntry payment = new MoneyIn(recordPayment.credits(), books()).post(decision, of, received, judged.ids());
        judged.shares().post(books(), books().today(of.firm(), decision.at()));
        return payment;
    }

    private Bookkeeping books() {
        return recordPayment.books();
    }
}
