package feewright.dispute;

import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Use case: writes down that a payment is believed to be fraud, and whether a rule proposes to give it back. Nothing is given back by it. */
public record RecordFraudWarning(
        Transactions transactions, FraudWarnings warnings, Attempts attempts, Bookkeeping books) {

    /** The processor's names of the warning and of the payment, and what it says. */
    public record News(Dispute.Reference warning, String payment, FraudWarning.Told told) {}

    public RecordDispute.Outcome record(FirmId firm, News news, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> warnings.find(firm, news.warning()).isPresent()
                        ? RecordDispute.Outcome.KNOWN
                        : attempts.ofReference(firm, news.payment())
                                .flatMap(attempt ->
                                        attempt.payment().map(payment -> warned(attempt, payment, news, now)))
                                .orElse(RecordDispute.Outcome.AWAITING));
    }

    private RecordDispute.Outcome warned(PaymentAttempt attempt, JournalEntryId paid, News news, Instant now) {
        Actor actor = Actor.scheduler(attempt.of().firm());
        FraudWarningId id = new FraudWarningId(books.judge().ids().next());
        JournalEntry payment = books.ledger().find(actor.firm(), paid).orElseThrow();
        Money refundable = books.ledger().free(actor.firm(), payment);
        Decision decision = books.judge()
                .ask(
                        RuleSet.DISPUTE,
                        new Decision.Question("propose-refund", "payment/" + paid),
                        List.of(
                                ActorFact.of(actor),
                                new FraudWarningFact(id, news.told().actionable(), refundable.getAmountMinorLong())),
                        new Judge.By(actor, now));
        boolean proposed = decision.outcome() == Decision.Outcome.PERMITTED;
        Dispute.Of of =
                new Dispute.Of(actor.firm(), attempt.of().client(), attempt.of().invoice(), paid);
        warnings.add(new FraudWarning(
                id, of, news.warning(), news.told(), now, new FraudWarning.Proposal(proposed, decision.id())));
        books.audit()
                .append(new AuditEvent(
                        new AuditEventId(books.judge().ids().next()),
                        actor,
                        "fraud-warning-received",
                        new AuditEvent.Target("payment", paid, of.client()),
                        List.of("fraud-warning-" + id, proposed ? "refund-proposed" : "nothing-proposed"),
                        payment.amount(),
                        now));
        return RecordDispute.Outcome.APPLIED;
    }
}
