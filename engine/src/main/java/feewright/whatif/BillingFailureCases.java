package feewright.whatif;

import feewright.engagement.EngagementId;
import feewright.firm.Firms;
import feewright.invoice.AssemblyResult;
import feewright.invoice.Assessment;
import feewright.invoice.BillingPosition;
import feewright.invoice.BillingPositions;
import feewright.invoice.InvoiceAssembly;
import feewright.invoice.InvoiceCase;
import feewright.invoice.ProposedInvoice;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.run.BillingFailure;
import feewright.run.BillingFailures;
import feewright.run.RunItem;
import feewright.whatif.CompareRules.Trial;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Engagements whose billing the rules refused a run, as they stand now: their next invoice as a run would make it. What was held by its
 * terms or broke was refused by no rule.
 */
public record BillingFailureCases(
        Transactions transactions, BillingFailures billingFailures, BillingPositions positions, Firms firms) {

    private static final int PAGE = 50;
    private static final int SCANNED = 200;

    private record Case(BillingFailure aside, InvoiceCase from, ProposedInvoice proposed) {}

    /** How many are asked for, up to {@code enough}. In the transaction that is open. */
    int count(Trial trial, int enough) {
        int found = 0;
        @Nullable UUID before = null;
        List<BillingFailure> page;
        do {
            page = billingFailures.page(trial.actor().firm(), before, SCANNED);
            found += asked(trial, page).size();
            before = last(page);
        } while (page.size() == SCANNED && found < enough);
        return found;
    }

    void compare(Trial trial, Consumer<Finding> to) {
        @Nullable UUID before = null;
        List<BillingFailure> page;
        do {
            @Nullable UUID from = before;
            page = transactions.reading(
                    trial.actor(), () -> billingFailures.page(trial.actor().firm(), from, PAGE));
            List<BillingFailure> found = page;
            transactions.reading(trial.actor(), () -> cases(trial, asked(trial, found))).stream()
                    .map(one -> compared(one, trial.packs()))
                    .forEach(to);
            before = last(page);
        } while (page.size() == PAGE);
    }

    private static Finding compared(Case one, Packs packs) {
        return new Finding.ComparedFailure(
                one.aside(),
                new Comparison(
                        Assessment.of(one.from(), one.proposed(), packs.inForce()),
                        Assessment.of(one.from(), one.proposed(), packs.candidate())));
    }

    private List<BillingFailure> asked(Trial trial, List<BillingFailure> page) {
        if (page.isEmpty()) {
            return page;
        }
        ZoneId zone = firms.find(trial.actor().firm()).orElseThrow().zone();
        return page.stream()
                .filter(aside -> aside.outcome() == RunItem.Outcome.REFUSED)
                .filter(aside -> trial.question().asksFor(aside.engagement()))
                .filter(aside -> trial.question().asksFor(LocalDate.ofInstant(aside.since(), zone)))
                .toList();
    }

    private List<Case> cases(Trial trial, List<BillingFailure> asked) {
        Map<EngagementId, BillingFailure> byId = new HashMap<>();
        asked.forEach(aside -> byId.put(aside.engagement(), aside));
        return byId.isEmpty()
                ? List.of()
                : positions.readAll(trial.actor().firm(), byId.keySet()).stream()
                        .flatMap(position -> made(trial, byId, position).stream())
                        .toList();
    }

    private static Optional<Case> made(Trial trial, Map<EngagementId, BillingFailure> byId, BillingPosition position) {
        ZoneId zone = position.engagement().terms().conditions().zone();
        LocalDate today = LocalDate.ofInstant(trial.now(), zone);
        BillingFailure aside =
                Objects.requireNonNull(byId.get(position.engagement().id()));
        return position.nextBillingDate()
                .filter(day -> !day.isAfter(today))
                .map(day -> new InvoiceCase(
                        Actor.scheduler(trial.actor().firm()),
                        new InvoiceCase.Agreement.Linked(position),
                        new InvoiceCase.Days(day, today),
                        List.of(),
                        null))
                .flatMap(from ->
                        InvoiceAssembly.assemble(from) instanceof AssemblyResult.Proposed(ProposedInvoice proposed)
                                ? Optional.of(new Case(aside, from, proposed))
                                : Optional.empty());
    }

    private static @Nullable UUID last(List<BillingFailure> page) {
        return page.isEmpty() ? null : page.getLast().engagement().value();
    }
}
