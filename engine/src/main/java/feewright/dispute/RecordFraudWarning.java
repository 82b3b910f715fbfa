package feewright.dispute;

import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.UpdateOutcome;
import feewright.ledger.Bookkeeping;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Use case: writes down that a payment is believed to be fraud, and whether a rule proposes to give it back. Nothing is given back by it. */
public record RecordFraudWarning(
        Transactions transactions, FraudWarnings warnings, Attempts attempts, Bookkeeping books) {

    /** The processor's names of the warning and of the payment, and what it says. */
    public record Warning(Dispute.Reference warning, String payment, FraudWarning.Details told) {}

    public UpdateOutcome record(FirmId firm, Warning news, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> warnings.find(firm, news.warning()).isPresent()
                        ? UpdateOutcome.KNOWN
                        : attempts.ofReference(firm, news.payment())
                                .flatMap(attempt ->
                                        attempt.payment().map(payment -> warned(attempt, payment, news, now)))
                                .orElse(UpdateOutcome.NOT_FOUND));
    }

    private UpdateOutcome warned(PaymentAttempt attempt, JournalEntryId paid, Warning news, Instant now) {
        Actor actor = Actor.scheduler(attempt.of().firm());
        FraudWarningId id = new FraudWarningId(books.decisionMaker().ids().next());
        JournalEntry payment = books.ledger().find(actor.firm(), paid).orElseThrow();
        Money refundable = books.ledger().free(actor.firm(), payment);
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.DISPUTE,
                        new Decision.Request("propose_refund", "payment/" + paid),
                        List.of(
                                ActorFact.of(actor),
                                new FraudWarningFact(id, news.told().actionable(), refundable.getAmountMinorLong())),
                        new DecisionMaker.Requester(actor, now));
        boolean proposed = decision.outcome() == Decision.Outcome.PERMITTED;
        Dispute.Subject of = new Dispute.Subject(
                actor.firm(), attempt.of().client(), attempt.of().invoice(), paid);
        warnings.add(new FraudWarning(
                id, of, news.warning(), news.told(), now, new FraudWarning.Proposal(proposed, decision.id())));
        books.audit()
                .append(new AuditEvent(
                        new AuditEventId(books.decisionMaker().ids().next()),
                        actor,
                        "fraud_warning_received",
                        new AuditEvent.Target("payment", paid, of.client()),
                        List.of("fraud-warning-" + id, proposed ? "refund_proposed" : "nothing_proposed"),
                        payment.amount(),
                        now));
        return UpdateOutcome.APPLIED;
    }
}
