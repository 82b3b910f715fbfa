package feewright.attempt;

import feewright.firm.Actor;
import feewright.money.Amounts;
import feewright.payment.MoneyIn;
import feewright.payment.MoneyOut;
import feewright.payment.SuspendMoney;
import feewright.receivable.Account;
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
                        List.of(ActorFact.of(actor), fact(attempt, report, confirmed)),
                        new Judge.By(actor, now));
    }

    private static ReportFact fact(PaymentAttempt attempt, Report report, boolean confirmed) {
        return new ReportFact(
                attempt.id(), attempt.state(), report.state(), confirmed, isOfOtherCurrency(attempt, report));
    }

    /** Whether money came in another currency than was asked for: it cannot pay, whatever the rules say. */
    static boolean isOfOtherCurrency(PaymentAttempt attempt, Report report) {
        return report instanceof Report.Succeeded(String _, Money amount)
                && !amount.getCurrencyUnit().equals(attempt.amount().getCurrencyUnit());
    }

    /** Money that came in and no rule lets count is a payment as well, whose money is in suspense; null where none came, or it is known. */
    @Nullable
    JournalEntryId suspend(Decision decision, PaymentAttempt attempt, Report report) {
        return report instanceof Report.Succeeded(String _, Money amount)
                        && attempt.payment().isEmpty()
                ? new SuspendMoney(money.books())
                        .received(decision, account(attempt), amount)
                        .id()
                : null;
    }

    /** Books in suspense what the processor says of the money by an event, and the journal does not. */
    void level(Decision decision, PaymentAttempt attempt, AttemptEvent event) {
        boolean entered = event.effect().entry() != null && !event.effect().applied();
        PaymentAttempt after = attempt.with(event);
        if (entered || after.payment().isEmpty()) {
            return;
        }
        SuspendMoney suspense = new SuspendMoney(money.books());
        JournalEntry payment =
                entry(attempt, attempt.payment().or(after::payment).orElseThrow());
        AttemptMoney.of(after.events())
                .missingSince(AttemptMoney.of(attempt.events()))
                .forEach(missing ->
                        suspense.moved(decision, new SuspendMoney.Moved(payment, Account.Own.CASH, missing)));
    }

    private InvoiceAccount account(PaymentAttempt attempt) {
        return money.books()
                .ledger()
                .lock(attempt.of().firm(), attempt.of().invoice())
                .orElseThrow();
    }

    private JournalEntry entry(PaymentAttempt attempt, JournalEntryId id) {
        return money.books().ledger().find(attempt.of().firm(), id).orElseThrow();
    }

    /** Moves the money that a report means, and audits it; the journal entry, if one was made. */
    @Nullable
    JournalEntryId move(Decision decision, PaymentAttempt attempt, Report report) {
        return switch (report) {
            case Report.Succeeded(String _, Money amount) -> {
                JournalEntryId entry = collected(decision, attempt, amount);
                attempting.audit(
                        decision, attempt, "payment-succeeded", entry == null ? List.of() : List.of("entry-" + entry));
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

    /** Enters a payment; null where its money is in suspense already, and goes where it belongs. */
    private @Nullable JournalEntryId collected(Decision decision, PaymentAttempt attempt, Money amount) {
        InvoiceAccount account = account(attempt);
        MoneyIn in = new MoneyIn(money.credits(), money.books());
        JournalEntry payment = attempt.payment().map(id -> entry(attempt, id)).orElse(null);
        Money surplus = payment == null || !payment.amount().getCurrencyUnit().equals(amount.getCurrencyUnit())
                ? Money.zero(amount.getCurrencyUnit())
                : money.held(payment).surplus();
        if (payment == null || !surplus.isPositive()) {
            return in.collected(decision, account, amount).id();
        }
        in.settled(decision, payment, account, Amounts.least(surplus, amount));
        return null;
    }

    /** Audits how an attempt stands now, where no money moved and it is news. */
    private void stands(Decision decision, PaymentAttempt attempt, AttemptState state) {
        if (state != attempt.state() && state != AttemptState.INITIATED) {
            attempting.audit(decision, attempt, "payment-" + state.code().replace('_', '-'), List.of());
        }
    }

    private JournalEntry returned(Decision decision, PaymentAttempt attempt) {
        JournalEntry payment = entry(attempt, attempt.payment().orElseThrow());
        return money.returned(decision, money.held(payment));
    }
}
