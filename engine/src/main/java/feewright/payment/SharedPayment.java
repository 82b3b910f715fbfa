package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.SharedDeposit;
import feewright.firm.Actor;
import feewright.receivable.Bookkeeping;
import feewright.receivable.GrantId;
import feewright.receivable.JournalEntry;
import feewright.rule.Decision;
import feewright.rule.Judge;
import java.util.List;
import java.util.Optional;

/** One payment over several invoices of a client, judged whole before any of it is entered. */
record SharedPayment(RecordPayment recordPayment, Incoming of, MoneyIn.Received received) {

    /** What the rules say of the payment and, if they permit it, of each share. */
    record Judged(MoneyIn.Ids ids, Decision payment, SharedDeposit.Judged shares) {

        /** The first that is refused. */
        Optional<Decision> refusal() {
            return payment.outcome() == Decision.Outcome.REFUSED
                    ? Optional.of(payment)
                    : shares.refusals().stream().findFirst();
        }
    }

    /** The accounts are locked, and given as they are when the payment is entered. */
    Judged judge(Judge.By by, List<SharedDeposit.Share> shares) {
        Actor actor = by.actor();
        Decision decision = recordPayment.judge(of, received, actor, by.at());
        GrantId id = new GrantId(books().judge().ids().next());
        MoneyIn.Ids ids = new MoneyIn.Ids(books().nextId(), id);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Judged(ids, decision, new SharedDeposit.Judged(List.of(), List.of()));
        }
        CreditGrant credit =
                of.grant(id, received.amount(), new CreditGrant.Asked(actor.person(), by.at(), ids.payment()));
        return new Judged(ids, decision, new SharedDeposit(credit, shares).judge(books(), actor, by.at()));
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
