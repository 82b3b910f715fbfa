package feewright.attempt;

import feewright.attempt.PaymentAttempt.Cause;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.payment.PaymentMethod;
import feewright.receivable.Bookkeeping;
import feewright.receivable.InvoiceAccount;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** The one step that makes an attempt: ask the rules, and, if they let it pass, make it with its first event. */
record Attempting(Bookkeeping books, Attempts attempts) {

    /** An invoice that is to be collected, how it stands, and with what. */
    record Subject(
            InvoiceAccount account, List<PaymentAttempt> before, boolean autopay, PaymentMethod method, Cause cause) {

        AttemptFact fact() {
            return new AttemptFact(
                    account.invoice(),
                    cause != Cause.BY_HAND,
                    autopay,
                    account.isVoid(),
                    account.contested().open(),
                    account.contested().lost(),
                    before.stream().anyMatch(attempt -> attempt.state().isLive()),
                    SimulatedProcessor.CODE.equals(processor()),
                    account.owed().getAmountMinorLong(),
                    account.owed().getAmountMinorLong());
        }

        String processor() {
            return method.reference().processor();
        }
    }

    /** The decision on an attempt. Nothing but the decision is kept yet. */
    Decision judge(Actor actor, Subject subject, Instant now) {
        return books.judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question(
                                "attempt-payment",
                                "invoice/" + subject.account().invoice()),
                        List.of(ActorFact.of(actor), subject.fact()),
                        new Judge.By(actor, now));
    }

    /** Makes the attempt that was permitted, claims its invoice and audits it. */
    PaymentAttempt make(Decision decision, Subject subject) {
        AttemptId id = new AttemptId(books.judge().ids().next());
        InvoiceAccount account = subject.account();
        Money amount = account.owed();
        AttemptEvent initiated = new AttemptEvent(
                1,
                new Report.Initiated(),
                AttemptEvent.Source.OURS,
                decision.at(),
                new AttemptEvent.Effect(true, null, decision.id()));
        PaymentAttempt attempt = new PaymentAttempt(
                id,
                new PaymentAttempt.Of(
                        decision.actor().firm(), account.head().parties().client(), account.invoice()),
                amount,
                subject.method().id(),
                new PaymentAttempt.Made(
                        subject.before().size() + 1,
                        subject.cause(),
                        decision.actor().person(),
                        decision.at()),
                List.of(initiated));
        attempts.add(decision.actor().firm(), List.of(attempt));
        audit(decision, attempt, "payment-attempted", List.of(subject.cause().code(), subject.processor()));
        return attempt;
    }

    void audit(Decision decision, PaymentAttempt attempt, String action, List<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.add("invoice-" + attempt.of().invoice());
        books.audit()
                .append(new AuditEvent(
                        new AuditEventId(books.judge().ids().next()),
                        decision.actor(),
                        action,
                        new AuditEvent.Target(
                                "attempt", attempt.id(), attempt.of().client()),
                        all,
                        attempt.amount(),
                        decision.at()));
    }
}
