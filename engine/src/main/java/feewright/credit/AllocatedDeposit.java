package feewright.credit;

import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.platform.Actor;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * One payment over several invoices: a deposit whose credit pays them at once, each its share; the rest stays credit. The accounts are
 * locked, each is there once, and the shares are no more than the deposit.
 */
public record AllocatedDeposit(CreditGrant credit, List<Share> shares) {

    public AllocatedDeposit {
        shares = List.copyOf(shares);
    }

    /** What one of the invoices gets. */
    public record Share(InvoiceAccount account, Money amount) {}

    /** The applications of the credit, each with the decision that let it pass. */
    public record Judged(List<ProposedCreditApplication> applications, List<Decision> decisions) {

        public Judged {
            applications = List.copyOf(applications);
            decisions = List.copyOf(decisions);
        }

        public List<Decision> refusals() {
            return decisions.stream()
                    .filter(decision -> decision.outcome() == Decision.Outcome.REFUSED)
                    .toList();
        }

        /** Enters them, once the deposit is. */
        public void post(Bookkeeping books, LocalDate today) {
            for (int share = 0; share < applications.size(); share++) {
                applications.get(share).post(books, decisions.get(share), today);
            }
        }
    }

    /** Asks the rules for every share, before the deposit is entered. */
    public Judged judge(Bookkeeping books, Actor actor, Instant now) {
        LocalDate today = books.today(actor.firm(), now);
        List<ProposedCreditApplication> applications = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        Money left = credit.amount();
        for (Share share : shares) {
            CreditBalance standing = new CreditBalance(credit, new CreditReview.NotNeeded(), left);
            ProposedCreditApplication application =
                    ProposedCreditApplication.of(share.account(), List.of(standing), share.amount(), today);
            applications.add(application);
            decisions.add(books.decisionMaker()
                    .ask(
                            RuleSet.CREDIT,
                            ProposedCreditApplication.question(share.account()),
                            application.facts(actor, share.amount(), ProposedCreditApplication.Circumstances.NONE),
                            new DecisionMaker.Requester(actor, now)));
            left = left.minus(application.amount());
        }
        return new Judged(applications, decisions);
    }
}
