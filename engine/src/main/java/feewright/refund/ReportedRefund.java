package feewright.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.PaymentAttempt;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.payment.Held;
import feewright.payment.MoneyOut;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.refund.RecordRefund.Told;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what is said of a refund may be believed, and the money that it then moves. */
record ReportedRefund(MoneyOut money, Refund refund) {

    /** One that was made at the processor, and is heard of for the first time. */
    static Refund elsewhere(PaymentAttempt attempt, Told told, Bookkeeping books) {
        return new Refund(
                new RefundId(books.judge().ids().next()),
                RefundRegisters.of(attempt),
                told.subject().amount(),
                new Refund.Made(Actor.scheduler(attempt.of().firm()).person(), told.at(), true),
                List.of());
    }

    /** Whether it was said by this very event, or says nothing new. */
    static boolean isKnown(Refund refund, Told told) {
        AttemptEvent.Source source = told.source();
        boolean taken =
                source.id() != null && refund.events().stream().anyMatch(event -> source.equals(event.source()));
        RefundReport report = told.answer().report();
        return taken
                || (report.isOfTheProcessor()
                        ? refund.state() == report.state()
                                && refund.told().isPositive() == report.state().takesMoney()
                        : refund.reference() != null || refund.state().isOver());
    }

    Decision judge(Told told, Held held, Instant now) {
        Actor actor = Actor.scheduler(refund.of().firm());
        RefundReport report = told.answer().report();
        boolean sameCurrency =
                refund.amount().getCurrencyUnit().equals(held.payment().amount().getCurrencyUnit());
        RefundReportFact fact = new RefundReportFact(
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
                .judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("report-refund", "refund/" + refund.id()),
                        List.of(ActorFact.of(actor), fact),
                        new Judge.By(actor, now));
    }

    /** The entry that the report means, if it means one: money leaves with the first word of it, and comes back where it fails. */
    @Nullable
    JournalEntryId move(Decision decision, RefundReport report, Held held) {
        boolean out = report.state().takesMoney();
        if (out == refund.takesMoney()) {
            return null;
        }
        return (out ? money.refunded(decision, held, refund.amount(), null) : back(decision, held)).id();
    }

    /** Where the money came from that is back: the grant that it was paid out of, or else the payment. */
    private JournalEntry back(Decision decision, Held held) {
        Occasion out = refund.events().stream()
                .flatMap(event -> Optional.ofNullable(event.effect().entry()).stream())
                .findFirst()
                .flatMap(entry -> money.books().ledger().find(refund.of().firm(), entry))
                .orElseThrow()
                .occasion();
        return out instanceof Occasion.CreditRefunded paidOut
                ? money.payoutFailed(decision, held, paidOut, refund.amount())
                : money.refundFailed(decision, held, refund.amount());
    }

    void audit(Decision decision, RefundReport report) {
        List<String> codes = report instanceof RefundReport.Failed(String _, String code)
                ? List.of(report.state().code(), code)
                : List.of(report.state().code());
        money.books()
                .audit()
                .append(new AuditEvent(
                        new AuditEventId(money.books().judge().ids().next()),
                        decision.actor(),
                        "refund-reported",
                        new AuditEvent.Target("refund", refund.id(), refund.of().client()),
                        codes,
                        refund.amount(),
                        decision.at()));
    }
}
