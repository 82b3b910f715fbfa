package feewright.run;

import feewright.engagement.BillingPeriod;
import feewright.engagement.EngagementId;
import feewright.invoice.AssemblyResult;
import feewright.invoice.Assessment;
import feewright.invoice.BillingPosition;
import feewright.invoice.InvoiceAssembly;
import feewright.invoice.InvoiceCase;
import feewright.invoice.InvoiceIssuer;
import feewright.platform.Actor;
import feewright.rule.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run makes of one engagement: the invoices of its due days, oldest first, up to the first that does not pass. Worked out
 * in memory, each invoice on the position that the one before would leave; nothing is written here.
 */
final class EngagementBill {

    private final EngagementId id;
    private final Actor actor;
    private final LocalDate today;
    private final int mostInvoices;
    private final Rulebook rulebook;
    private final List<LocalDate> skipped = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private @Nullable Stop stop;

    /** A bill that passed, and the periods that its terms skipped right before it. */
    record Bill(InvoiceIssuer.IssuableCase passed, LocalDate billing, List<LocalDate> skipped) {}

    /** Why the engagement goes no further. */
    sealed interface Stop {

        /** The rules refuse it. */
        record Refused(LocalDate billing, Assessment assessment) implements Stop {}

        /** Its terms leave missed periods to a person. */
        record NeedsReview(LocalDate billing) implements Stop {}
    }

    private EngagementBill(BillingBatch order, BillingPosition position, Rulebook rulebook) {
        this.id = position.engagement().id();
        this.actor = order.actor();
        this.today = order.today(position.engagement().terms());
        this.mostInvoices = order.mostInvoices();
        this.rulebook = rulebook;
    }

    /** Bills what is due under an engagement by the day of the order. */
    static EngagementBill of(BillingBatch order, BillingPosition position, Rulebook rulebook) {
        EngagementBill made = new EngagementBill(order, position, rulebook);
        made.bill(order.catching(position));
        return made;
    }

    EngagementId id() {
        return id;
    }

    List<Bill> bills() {
        return List.copyOf(bills);
    }

    /** Whether it may have more due than one batch takes. */
    boolean isUnfinished() {
        return bills.size() == mostInvoices;
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }

    private void bill(CatchUpPolicy from) {
        Optional<CatchUpPolicy> next = Optional.of(from);
        while (next.isPresent() && bills.size() < mostInvoices) {
            CatchUpPolicy at = next.get();
            next = switch (at.next()) {
                case CatchUpPolicy.Step.Done _ -> Optional.empty();
                case CatchUpPolicy.Step.LeaveToPerson(LocalDate billing) -> stopped(new Stop.NeedsReview(billing));
                case CatchUpPolicy.Step.Skip(BillingPosition after, List<BillingPeriod> periods) -> {
                    periods.forEach(period -> skipped.add(dueOn(after, period)));
                    yield Optional.of(new CatchUpPolicy(after, at.upTo()));
                }
                case CatchUpPolicy.Step.Bill(BillingPosition position, LocalDate billing) ->
                    billed(position, billing).map(after -> new CatchUpPolicy(after, at.upTo()));
            };
        }
    }

    private Optional<BillingPosition> billed(BillingPosition position, LocalDate billing) {
        InvoiceCase from = new InvoiceCase(
                actor,
                new InvoiceCase.Agreement.Linked(position),
                new InvoiceCase.Days(billing, today),
                List.of(),
                null);
        if (!(InvoiceAssembly.assemble(from) instanceof AssemblyResult.Proposed(var proposed))) {
            // All that is due is something to take off, and waits for an invoice that can bear it.
            return Optional.empty();
        }
        Assessment assessment = Assessment.of(from, proposed, rulebook);
        if (!assessment.isIssuable()) {
            return stopped(new Stop.Refused(billing, assessment));
        }
        bills.add(new Bill(new InvoiceIssuer.IssuableCase(from, assessment), billing, List.copyOf(skipped)));
        skipped.clear();
        return Optional.of(position.after(proposed));
    }

    private <T> Optional<T> stopped(Stop here) {
        stop = here;
        return Optional.empty();
    }

    private static LocalDate dueOn(BillingPosition position, BillingPeriod period) {
        return Objects.requireNonNull(position.engagement().inEffect().packageDueOn(period.start()));
    }
}
