package feewright.attempt;

import feewright.firm.Actor;
import feewright.payment.MoneyIn;
import feewright.payment.MoneyOut;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether what is said of an attempt may be believed, and the money that it then moves. */
record ReportedMoney(MoneyOut money, Attempting attempting) {

    Decision judge(PaymentAttempt attempt, Report report, AttemptEvent.Source source, Instant now) {
        Actor actor = Actor.scheduler(attempt.of().firm());
        boolean confirmed = report.isOfTheProcessor() && source.kind() != AttemptEvent.Kind.OURS;
        return money.books()
                .judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("report-payment", "attempt/" + attempt.id()),
                        List.of(
                                ActorFact.of(actor),
                                new ReportFact(attempt.id(), attempt.state(), report.state(), confirmed)),
                        new Judge.By(actor, now));
    }

    /** Moves the money that a report means, and audits it; the journal entry, if one was made. */
    @Nullable
    JournalEntryId move(Decision decision, PaymentAttempt attempt, Report report) {
        return switch (report) {
            case Report.Succeeded(String _, Money amount) -> {
                InvoiceAccount account = money.books()
                        .ledger()
                        .lock(attempt.of().firm(), attempt.of().invoice())
                        .orElseThrow();
                JournalEntryId entry = new MoneyIn(money.credits(), money.books())
                        .collected(decision, account, amount)
                        .id();
                attempting.audit(decision, attempt, "payment-succeeded", List.of("entry-" + entry));
                yield entry;
            }
            case Report.Failed(String _, Failure failure) -> {
                JournalEntryId entry = attempt.state() == AttemptState.SUCCEEDED
                        ? returned(decision, attempt).id()
                        : null;
                List<String> codes = List.of(failure.category().code(), failure.hard() ? "hard" : "soft");
                attempting.audit(decision, attempt, "payment-failed", codes);
                yield entry;
            }
            case Report.Initiated _,
                    Report.NotSent _,
                    Report.Processing _,
                    Report.ActionRequired _,
                    Report.Unknown _,
                    Report.NotThere _,
                    Report.Cancelled _ -> {
                stands(decision, attempt, report.state());
                yield null;
            }
        };
    }

    /** Audits how an attempt stands now, where no money moved and it is news. */
    private void stands(Decision decision, PaymentAttempt attempt, AttemptState state) {
        if (state != attempt.state() && state != AttemptState.INITIATED) {
            attempting.audit(decision, attempt, "payment-" + state.code().replace('_', '-'), List.of());
        }
    }

    private JournalEntry returned(Decision decision, PaymentAttempt attempt) {
        JournalEntry payment = money.books()
                .ledger()
                .find(attempt.of().firm(), attempt.payment().orElseThrow())
                .orElseThrow();
        return money.returned(decision, money.held(payment));
    }
}
