package feewright.invoice;

import feewright.engagement.BillingCursor;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.time.ApprovedTime;
import feewright.time.EntryVersion;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the billing of one engagement stands: its cursor, whether its next package period carries a claim all the same, and all
 * approved, billable time that is on no invoice.
 */
public record BillingPosition(
        SignedEngagement engagement, BillingCursor cursor, boolean nextPackageClaimed, List<ApprovedTime> open) {

    public BillingPosition {
        open = List.copyOf(open);
    }

    /** The start of the next package period; null when there is none left. */
    public @Nullable LocalDate nextPackageStart() {
        return cursor.nextPackageStart();
    }

    /** The next day whose dues are unbilled: of the package, of open time, or of what adjusts hours; empty if nothing that is here will be due. */
    public Optional<LocalDate> nextBillingDate() {
        Stream<LocalDate> packaged = Optional.ofNullable(cursor.packageDueOn()).stream();
        Stream<LocalDate> time = priceable().stream()
                .map(entry -> terms().timeDueOn(entry.work().workedOn()).orElseThrow());
        Stream<LocalDate> adjusted = Stream.ofNullable(cursor.use().dueOn());
        Stream<LocalDate> hourly = Stream.concat(time, adjusted).map(this::billingDateOf);
        return Stream.of(packaged, hourly).flatMap(days -> days).min(LocalDate::compareTo);
    }

    /** Time that some hourly terms can price; under a package without them it is covered by the fee, and never a line. */
    List<ApprovedTime> priceable() {
        return terms().pricing().hourlyTerms().isPresent() ? open : List.of();
    }

    /** The position after this proposal of it was issued. */
    public BillingPosition after(ProposedInvoice issued) {
        Set<EntryVersion> billed = new HashSet<>();
        issued.lines().forEach(line -> {
            if (line instanceof ProposedLine.Hourly hourly) {
                hourly.time().forEach(time -> billed.add(time.version()));
            }
        });
        return new BillingPosition(
                engagement,
                Objects.requireNonNull(issued.after()),
                false,
                open.stream().filter(time -> !billed.contains(time.version())).toList());
    }

    /** The position with the package going on at {@code start}: the periods before it stay unbilled. */
    public BillingPosition skippingTo(LocalDate start) {
        return new BillingPosition(engagement, cursor.skippingTo(terms(), start), false, open);
    }

    /**
     * Time approved after its period was billed goes on the next invoice (requirement H5), and so does what a period lacks once a
     * void or a release took something of it back; after the term there is none to wait for.
     */
    private LocalDate billingDateOf(LocalDate due) {
        LocalDate billedOn = cursor.billedOn();
        if (billedOn == null || due.isAfter(billedOn)) {
            return due;
        }
        return cursor.hourlyDueOn() == null ? billedOn : cursor.hourlyDueOn();
    }

    private Terms terms() {
        return engagement.inEffect();
    }
}
