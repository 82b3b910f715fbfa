package feewright.attempt;

import feewright.ledger.Account;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.money.Amounts;
import feewright.payment.MoneyIn;
import feewright.payment.MoneyOut;
import feewright.payment.SuspendMoney;
import feewright.platform.Actor;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether what is said of an attempt may be believed, and the money that it then moves. */
record AttemptUpdatePosting(MoneyOut money, AttemptStarter attempting) {

    Decision judge(PaymentAttempt attempt, AttemptUpdate report, AttemptEvent.Source source, Instant now) {
        Actor actor = Actor.scheduler(attempt.of().firm());
        boolean confirmed = report.isOfTheProcessor() && source.kind() != AttemptEvent.Kind.OURS;
        return money.books()
                .decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("record_payment_attempt_update", "payment_attempt/" + attempt.id()),
                        List.of(ActorFact.of(actor), fact(attempt, report, confirmed)),
                        new DecisionMaker.Requester(actor, now));
    }

    private static AttemptUpdateFact fact(PaymentAttempt attempt, AttemptUpdate report, boolean confirmed) {
        return new AttemptUpdateFact(
                attempt.id(), attempt.state(), report.state(), confirmed, isOfOtherCurrency(attempt, report));
    }

    /** Whether money came in another currency than was asked for: it cannot pay, whatever the rules say. */
    static boolean isOfOtherCurrency(PaymentAttempt attempt, AttemptUpdate report) {
        return report instanceof AttemptUpdate.Succeeded(String _, Money amount)
                && !amount.getCurrencyUnit().equals(attempt.amount().getCurrencyUnit());
    }

    /** Money that came in and no rule lets count is a payment as well, whose money is in suspense; null where none came, or it is known. */
    @Nullable
    JournalEntryId suspend(Decision decision, PaymentAttempt attempt, AttemptUpdate report) {
        return report instanceof AttemptUpdate.Succeeded(String _, Money amount)
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
                        suspense.moved(decision, new SuspendMoney.Moved(payment, Account.FirmAccount.CASH, missing)));
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
    JournalEntryId move(Decision decision, PaymentAttempt attempt, AttemptUpdate report) {
        return switch (report) {
            case AttemptUpdate.Succeeded(String _, Money amount) -> {
                JournalEntryId entry = collected(decision, attempt, amount);
                attempting.audit(
                        decision,
                        attempt,
                        "payment_attempt_succeeded",
                        entry == null ? List.of() : List.of("journal-entry-" + entry));
                yield entry;
            }
            case AttemptUpdate.Failed(String _, PaymentFailure failure) -> {
                JournalEntryId entry = attempt.state() == AttemptState.SUCCEEDED
                        ? returned(decision, attempt).id()
                        : null;
                List<String> codes = List.of(failure.category().code(), failure.hard() ? "hard" : "soft");
                attempting.audit(decision, attempt, "payment_attempt_failed", codes);
                yield entry;
            }
            case AttemptUpdate.Initiated _,
                    AttemptUpdate.NotSent _,
                    AttemptUpdate.Processing _,
                    AttemptUpdate.ActionRequired _,
                    AttemptUpdate.Unknown _,
                    AttemptUpdate.NotFound _,
                    AttemptUpdate.Cancelled _ -> {
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
            attempting.audit(decision, attempt, "payment_attempt_" + state.code(), List.of());
        }
    }

    private JournalEntry returned(Decision decision, PaymentAttempt attempt) {
        JournalEntry payment = entry(attempt, attempt.payment().orElseThrow());
        return money.returned(decision, money.held(payment));
    }
}
