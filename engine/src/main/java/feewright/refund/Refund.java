package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money of a payment that goes back through the processor that brought it, with everything that was said of it, oldest first. */
public record Refund(RefundId id, Subject of, Money amount, Created made, List<RefundEvent> events) {

    public Refund {
        events = List.copyOf(events);
    }

    /** Which payment of whom: its entry in the journal, and the attempt that brought it. */
    public record Subject(FirmId firm, ClientId client, InvoiceId invoice, AttemptId attempt, JournalEntryId payment) {}

    /** By whom and when. {@code elsewhere}: at the processor, and not here. */
    public record Created(PersonId by, Instant at, boolean elsewhere) {}

    /** How it stands, by the latest report that a rule permitted; requested where none was. */
    public RefundState state() {
        return latest().map(event -> event.report().state()).orElse(RefundState.REQUESTED);
    }

    /** The latest report that a rule permitted. */
    public Optional<RefundEvent> latest() {
        return events.stream().filter(event -> event.effect().applied()).reduce((_, later) -> later);
    }

    /** Whether its money is out, in the journal: what no rule ever permitted took none. */
    public boolean takesMoney() {
        return latest().filter(event -> event.report().state().takesMoney()).isPresent();
    }

    /** What is said to be out by now, whether a rule permits it or not. */
    Money told() {
        return events.stream()
                .filter(event -> event.effect().applied() || event.report().isOfTheProcessor())
                .reduce((_, later) -> later)
                .filter(event -> event.report().state().takesMoney())
                .map(_ -> amount)
                .orElseGet(() -> Money.zero(amount.getCurrencyUnit()));
    }

    /** What is out and no rule permits, below zero where it came back and no rule permits that: it went through suspense. */
    Money missing() {
        return events.stream()
                .filter(event -> event.effect().entry() != null)
                .map(event -> event.report().state().takesMoney() ? amount : amount.negated())
                .reduce(told(), Money::minus);
    }

    /** Whether the processor said the same the last time. */
    boolean repeats(RefundUpdate report) {
        return events.stream()
                .map(RefundEvent::report)
                .filter(RefundUpdate::isOfTheProcessor)
                .reduce((_, later) -> later)
                .filter(report::equals)
                .isPresent();
    }

    /** The processor's name of it, once it gave one. */
    public @Nullable String reference() {
        return events.stream()
                .flatMap(event -> Optional.ofNullable(event.report().reference()).stream())
                .findFirst()
                .orElse(null);
    }

    Refund with(RefundEvent event) {
        List<RefundEvent> all = new ArrayList<>(events);
        all.add(event);
        return new Refund(id, of, amount, made, all);
    }
}
