package feewright.attempt;

import feewright.attempt.PaymentAttempt.Cause;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.payment.PaymentMethod;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.FirmId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** How an attempt is made: ask the rules, and, if they let it pass, begin it with its first event; and keep all of that at once. */
record AttemptStarter(Bookkeeping books, Attempts attempts) {

    /** An invoice that is to be collected, how it stands, and with what. */
    record Subject(
            InvoiceAccount account,
            List<PaymentAttempt> before,
            boolean autopay,
            PaymentMethod method,
            Cause cause,
            Money collectable) {

        AttemptFact fact() {
            return new AttemptFact(
                    account.invoice(),
                    cause != Cause.BY_HAND,
                    autopay,
                    account.isVoid(),
                    account.contested().open(),
                    account.contested().lost(),
                    account.contested().suspended(),
                    before.stream().anyMatch(PaymentAttempt::isLive),
                    SimulatedProcessor.CODE.equals(processor()),
                    collectable.getAmountMinorLong(),
                    collectable.getAmountMinorLong(),
                    account.owed().getAmountMinorLong());
        }

        String processor() {
            return method.reference().processor();
        }
    }

    /** The decision on an attempt. Nothing is kept yet. */
    Decision judge(Actor actor, Subject subject, Instant now) {
        Verdict verdict =
                books.decisionMaker().rulebook().judge(RuleSet.PAYMENT, List.of(ActorFact.of(actor), subject.fact()));
        return books.decisionMaker()
                .decide(
                        RuleSet.PAYMENT,
                        new Decision.Request(
                                "attempt_payment",
                                "invoice/" + subject.account().invoice()),
                        verdict.isPermitted() ? Decision.Outcome.PERMITTED : Decision.Outcome.REFUSED,
                        new DecisionMaker.Basis(verdict, actor, now));
    }

    /** What a number of steps came to: decisions, attempts that they let pass, and what is audited, in the order of the steps. */
    record Results(List<Decision> decisions, List<PaymentAttempt> begun, List<AuditEvent> audited) {

        static Results none() {
            return new Results(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Keeps them, and claims the invoices of the attempts. */
    void keep(FirmId firm, Results outcomes) {
        if (!outcomes.decisions().isEmpty()) {
            books.decisionMaker().decisions().recordAll(outcomes.decisions());
        }
        if (!outcomes.begun().isEmpty()) {
            attempts.add(firm, outcomes.begun());
        }
        if (!outcomes.audited().isEmpty()) {
            books.audit().appendAll(outcomes.audited());
        }
    }

    /** Begins the attempt that was permitted; it is to be kept with its decision. */
    PaymentAttempt begin(Decision decision, Subject subject, Results outcomes) {
        AttemptId id = new AttemptId(books.decisionMaker().ids().next());
        InvoiceAccount account = subject.account();
        PaymentAttempt.Requested asked = new PaymentAttempt.Requested(
                subject.collectable(), account.owed().minus(subject.collectable()));
        AttemptEvent initiated = new AttemptEvent(
                1,
                new AttemptUpdate.Initiated(),
                AttemptEvent.Source.OURS,
                decision.at(),
                new AttemptEvent.Effect(true, null, decision.id()));
        PaymentAttempt attempt = new PaymentAttempt(
                id,
                new PaymentAttempt.Subject(
                        decision.actor().firm(), account.head().parties().client(), account.invoice()),
                asked,
                subject.method().id(),
                new PaymentAttempt.Created(
                        subject.before().size() + 1,
                        subject.cause(),
                        decision.actor().person(),
                        decision.at()),
                List.of(initiated));
        outcomes.begun().add(attempt);
        outcomes.audited()
                .add(event(
                        decision,
                        attempt,
                        "payment_attempt_created",
                        List.of(subject.cause().code(), subject.processor())));
        return attempt;
    }

    void audit(Decision decision, PaymentAttempt attempt, String action, List<String> codes) {
        books.audit().append(event(decision, attempt, action, codes));
    }

    private AuditEvent event(Decision decision, PaymentAttempt attempt, String action, List<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.add("invoice-" + attempt.of().invoice());
        return new AuditEvent(
                new AuditEventId(books.decisionMaker().ids().next()),
                decision.actor(),
                action,
                new AuditEvent.Target(
                        "payment_attempt", attempt.id(), attempt.of().client()),
                all,
                attempt.amount(),
                decision.at());
    }
}
