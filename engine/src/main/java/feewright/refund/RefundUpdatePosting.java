package feewright.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.PaymentAttempt;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.payment.MoneyOut;
import feewright.payment.RefundablePayment;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.refund.RecordRefund.Received;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what is said of a refund may be believed, and the money that it then moves. */
record RefundUpdatePosting(MoneyOut money, Refund refund) {

    /** One that was made at the processor, and is heard of for the first time. */
    static Refund elsewhere(PaymentAttempt attempt, Received told, Bookkeeping books) {
        return new Refund(
                new RefundId(books.decisionMaker().ids().next()),
                RefundRecords.of(attempt),
                told.subject().amount(),
                new Refund.Created(Actor.scheduler(attempt.of().firm()).person(), told.at(), true),
                List.of());
    }

    /** Whether it was said by this very event, or says nothing new. */
    static boolean isKnown(Refund refund, Received told) {
        AttemptEvent.Source source = told.source();
        boolean taken =
                source.id() != null && refund.events().stream().anyMatch(event -> source.equals(event.source()));
        RefundUpdate report = told.answer().report();
        return taken
                || (report.isOfTheProcessor()
                        ? refund.state() == report.state()
                                && refund.told().isPositive() == report.state().takesMoney()
                        : refund.reference() != null || refund.state().isOver());
    }

    Decision judge(Received told, RefundablePayment held, Instant now) {
        Actor actor = Actor.scheduler(refund.of().firm());
        RefundUpdate report = told.answer().report();
        boolean sameCurrency =
                refund.amount().getCurrencyUnit().equals(held.payment().amount().getCurrencyUnit());
        RefundUpdateFact fact = new RefundUpdateFact(
                refund.id(),
                refund.state(),
                report.state(),
                report.isOfTheProcessor() && told.source().kind() != AttemptEvent.Kind.OURS,
                refund.made().elsewhere()
                        && !refund.takesMoney()
                        && report.state().takesMoney(),
                refund.amount().getAmountMinorLong(),
                sameCurrency ? held.left().getAmountMinorLong() : 0,
                !sameCurrency);
        return money.books()
                .decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("record_refund_update", "refund/" + refund.id()),
                        List.of(ActorFact.of(actor), fact),
                        new DecisionMaker.Requester(actor, now));
    }

    /** The entry that the report means, if it means one: money leaves with the first word of it, and comes back where it fails. */
    @Nullable
    JournalEntryId move(Decision decision, RefundUpdate report, RefundablePayment held) {
        boolean out = report.state().takesMoney();
        if (out == refund.takesMoney()) {
            return null;
        }
        return (out ? money.refunded(decision, held, refund.amount(), null) : back(decision, held)).id();
    }

    /** Where the money came from that is back: the grant that it was paid out of, or else the payment. */
    private JournalEntry back(Decision decision, RefundablePayment held) {
        EntryCause out = refund.events().stream()
                .flatMap(event -> Optional.ofNullable(event.effect().entry()).stream())
                .findFirst()
                .flatMap(entry -> money.books().ledger().find(refund.of().firm(), entry))
                .orElseThrow()
                .cause();
        return out instanceof EntryCause.CreditRefunded paidOut
                ? money.payoutFailed(decision, held, paidOut, refund.amount())
                : money.refundFailed(decision, held, refund.amount());
    }

    void audit(Decision decision, RefundUpdate report) {
        List<String> codes = report instanceof RefundUpdate.Failed(String _, String code)
                ? List.of(report.state().code(), code)
                : List.of(report.state().code());
        money.books()
                .audit()
                .append(new AuditEvent(
                        new AuditEventId(money.books().decisionMaker().ids().next()),
                        decision.actor(),
                        "refund_updated",
                        new AuditEvent.Target("refund", refund.id(), refund.of().client()),
                        codes,
                        refund.amount(),
                        decision.at()));
    }
}
