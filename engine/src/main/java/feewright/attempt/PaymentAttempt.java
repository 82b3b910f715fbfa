package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.payment.PaymentMethodId;
import feewright.platform.ClientId;
import feewright.platform.Coded;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One try to collect what an invoice owes, with everything that was said of it, oldest first. */
public record PaymentAttempt(
        AttemptId id, Subject of, Requested asked, PaymentMethodId method, Created made, List<AttemptEvent> events) {

    public PaymentAttempt {
        events = List.copyOf(events);
    }

    /** Which invoice of whom. */
    public record Subject(FirmId firm, ClientId client, InvoiceId invoice) {}

    /** What is to be collected, and the rest of what the invoice owed that the processor cannot take, as it counts. */
    public record Requested(Money amount, Money rest) {}

    public Money amount() {
        return asked.amount();
    }

    /** The how-manieth of its invoice it is, from 1; why, by whom and when. */
    public record Created(int number, Cause cause, PersonId by, Instant at) {}

    /** Why an attempt is made. */
    public enum Cause implements Coded {
        /** The invoice was issued. */
        AUTOPAY,
        /** An earlier attempt failed. */
        RETRY,
        /** Somebody asked for it. */
        BY_HAND;
    }

    /** How it stands, by the latest report that a rule permitted. */
    public AttemptState state() {
        return latest().map(event -> event.report().state()).orElse(AttemptState.INITIATED);
    }

    /** Whether the processor said that it has it, and is at work on it. */
    boolean isWithTheProcessor() {
        AttemptState state = state();
        return state == AttemptState.PROCESSING || state == AttemptState.ACTION_REQUIRED;
    }

    /** The latest report that a rule permitted. */
    public Optional<AttemptEvent> latest() {
        return events.stream().filter(event -> event.effect().applied()).reduce((_, later) -> later);
    }

    /** The latest report that a rule permitted, or that brought money into suspense. */
    public Optional<AttemptEvent> lastWord() {
        return events.stream()
                .filter(event -> event.effect().applied() || event.effect().entry() != null)
                .reduce((_, later) -> later);
    }

    /** The failure that it ended with, if it failed. */
    public Optional<PaymentFailure> failure() {
        return latest().map(AttemptEvent::report)
                .filter(AttemptUpdate.Failed.class::isInstance)
                .map(report -> ((AttemptUpdate.Failed) report).failure());
    }

    /** The processor's name of the payment, once it gave one. */
    public @Nullable String reference() {
        return events.stream()
                .map(event -> reference(event.report()))
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /**
     * The payment in the journal, once it succeeded; a return leaves it there. Where no rule lets the success count, its money is in
     * suspense.
     */
    public Optional<JournalEntryId> payment() {
        return AttemptMoney.of(events).payment();
    }

    /** Whether another attempt has to wait for this one: not where its money is there and in suspense, which a person settles. */
    public boolean isLive() {
        return state().isLive() && AttemptMoney.of(events).payment().isEmpty();
    }

    /** Whether the processor said the same the last time. */
    boolean repeats(AttemptUpdate report) {
        return events.stream()
                .map(AttemptEvent::report)
                .filter(AttemptUpdate::isOfTheProcessor)
                .reduce((_, later) -> later)
                .filter(report::equals)
                .isPresent();
    }

    /** With one more event. */
    public PaymentAttempt with(AttemptEvent event) {
        List<AttemptEvent> all = new ArrayList<>(events);
        all.add(event);
        return new PaymentAttempt(id, of, asked, method, made, all);
    }

    private static Optional<String> reference(AttemptUpdate report) {
        return Optional.ofNullable(
                switch (report) {
                    case AttemptUpdate.Processing(String reference) -> reference;
                    case AttemptUpdate.ActionRequired(String reference) -> reference;
                    case AttemptUpdate.Succeeded(String reference, var _) -> reference;
                    case AttemptUpdate.Failed(String reference, var _) -> reference;
                    case AttemptUpdate.Cancelled(String reference) -> reference;
                    case AttemptUpdate.Initiated _,
                            AttemptUpdate.NotSent _,
                            AttemptUpdate.Unknown _,
                            AttemptUpdate.NotFound _ -> null;
                });
    }
}
