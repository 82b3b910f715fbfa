package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.PackageTerms;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.invoice.InvoiceCase.Agreement;
import feewright.time.ApprovedTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes a proposed invoice of a case. Pure: the same case gives the same proposal. One invoice bills one day's dues: the oldest
 * package period that is due and unbilled, and all time that was due by that day; without such a period, all time due by the
 * as-of day (requirements C3, H5, P2).
 */
public final class InvoiceAssembly {

    private InvoiceAssembly() {}

    public static AssemblyResult assemble(InvoiceCase of) {
        return switch (of.agreement()) {
            case Agreement.Linked(BillingPosition position) -> linked(of, position);
            case Agreement.Unlinked unlinked -> unlinked(of, unlinked);
        };
    }

    private static AssemblyResult linked(InvoiceCase of, BillingPosition position) {
        SignedEngagement engagement = position.engagement();
        Terms terms = engagement.inEffect();
        Optional<BillingPeriod> next = next(position);
        Optional<BillingPeriod> due =
                next.filter(period -> !dueOn(terms, period).isAfter(of.days().asOf()));
        LocalDate billingDate =
                due.map(period -> dueOn(terms, period)).orElse(of.days().asOf());
        List<ApprovedTime> dueTime = position.priceable().stream()
                .filter(time -> !dueOn(terms, time).isAfter(billingDate))
                .toList();
        List<ProposedLine> lines = new ArrayList<>();
        due.ifPresent(period -> lines.add(new ProposedLine.Packaged(1, packageTerms(terms), period)));
        HourlyBill hourly = hourly(of, position, lines, new HourlyBill.Due(dueTime, billingDate, lines.size(), true));
        if (due.isEmpty() && hourly.isEmpty() && of.charges().isEmpty()) {
            return new AssemblyResult.NothingDue(
                    nextDueOn(position, next, of.days().asOf()));
        }
        lines.addAll(hourly.lines());
        addCharges(of, lines);
        LocalDate issueDate = of.days().issueDate();
        return new AssemblyResult.Proposed(new ProposedInvoice(
                engagement.client(),
                engagement,
                terms.currency(),
                new Dates(
                        billingDate,
                        issueDate,
                        issueDate.plusDays(terms.conditions().dueInDays())),
                lines,
                hourly.unpriced(),
                hourly.on(position.cursor()
                        .after(terms, billingDate, due.map(BillingPeriod::start).orElse(null))),
                hourly.beyondCap()));
    }

    /** What earlier minimums made up too much waits for an invoice that it does not bring below zero, as long as hours are still billed. */
    private static HourlyBill hourly(
            InvoiceCase of, BillingPosition position, List<ProposedLine> others, HourlyBill.Due due) {
        HourlyBill all = HourlyBill.of(position, due);
        Money sum = Stream.of(
                        others.stream().map(ProposedLine::amount),
                        all.lines().stream().map(ProposedLine::amount),
                        of.charges().stream().map(InvoiceRequest.ManualCharge::amount))
                .flatMap(amounts -> amounts)
                .reduce(Money.zero(position.engagement().inEffect().currency()), Money::plus);
        return sum.isNegative()
                        && position.engagement()
                                .inEffect()
                                .hourlyBillingDateAfter(of.days().asOf())
                                .isPresent()
                ? HourlyBill.of(position, due.takingNothingBack())
                : all;
    }

    private static AssemblyResult unlinked(InvoiceCase of, Agreement.Unlinked unlinked) {
        List<ProposedLine> lines = new ArrayList<>();
        addCharges(of, lines);
        if (lines.isEmpty()) {
            return new AssemblyResult.NothingDue(null);
        }
        LocalDate issueDate = of.days().issueDate();
        Dates dates = new Dates(of.days().asOf(), issueDate, issueDate.plusDays(unlinked.dueInDays()));
        return new AssemblyResult.Proposed(new ProposedInvoice(
                unlinked.client().id(), null, unlinked.currency(), dates, lines, List.of(), null, null));
    }

    private static void addCharges(InvoiceCase of, List<ProposedLine> lines) {
        for (InvoiceRequest.ManualCharge charge : of.charges()) {
            lines.add(new ProposedLine.Manual(lines.size() + 1, charge));
        }
    }

    private static Optional<BillingPeriod> next(BillingPosition position) {
        return Optional.ofNullable(position.nextPackageStart())
                .flatMap(position.engagement().inEffect()::packagePeriod);
    }

    private static LocalDate dueOn(Terms terms, BillingPeriod period) {
        return packageTerms(terms).dueOn(period);
    }

    private static PackageTerms packageTerms(Terms terms) {
        return terms.pricing().packageTerms().orElseThrow();
    }

    private static LocalDate dueOn(Terms terms, ApprovedTime time) {
        return terms.timeDueOn(time.work().workedOn()).orElseThrow();
    }

    private static @Nullable LocalDate nextDueOn(
            BillingPosition position, Optional<BillingPeriod> next, LocalDate asOf) {
        Terms terms = position.engagement().inEffect();
        Stream<LocalDate> periods = next.stream().map(period -> dueOn(terms, period));
        Stream<LocalDate> time = position.priceable().stream().map(entry -> dueOn(terms, entry));
        Stream<LocalDate> adjusted = Optional.ofNullable(position.cursor().use().dueOn())
                .map(day -> day.isAfter(asOf)
                        ? day
                        : terms.hourlyBillingDateAfter(asOf).orElse(day))
                .stream();
        return Stream.of(periods, time, adjusted)
                .flatMap(days -> days)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
