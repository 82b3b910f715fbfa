package feewright.invoice;

import feewright.engagement.Increment;
import feewright.engagement.SignedEngagement;
import feewright.money.Amounts;
import feewright.time.ApprovedTime;
import feewright.time.EntryVersion;
import java.util.List;
import org.joda.money.Money;

/**
 * All approved, billable time of an engagement that is on no invoice, priced as one invoice over all of it would, without a minimum. Under a package
 * without hourly terms it is covered by the fee and worth nothing more; {@code unpriced} is time that no rate covers.
 */
public record WorkInProgress(SignedEngagement engagement, Minutes minutes, Money value, List<EntryVersion> unpriced) {

    public WorkInProgress {
        unpriced = List.copyOf(unpriced);
    }

    /** Minutes as worked, all of them; as they would be billed; and of those worked what the fee covers and what no rate does. */
    public record Minutes(long worked, long billed, long coveredByFee, long unpriced) {}

    public static WorkInProgress of(BillingPosition position) {
        SignedEngagement engagement = position.engagement();
        HourlyBill lines = HourlyBill.soFar(position, position.priceable());
        Money value = Amounts.sum(
                engagement.terms().currency(),
                lines.lines().stream().map(ProposedLine::amount).toList());
        long worked = worked(position.open());
        Minutes minutes = new Minutes(
                worked,
                billed(position) - billed(engagement, lines.unpriced()),
                worked - worked(position.priceable()),
                worked(lines.unpriced()));
        return new WorkInProgress(
                engagement,
                minutes,
                value,
                lines.unpriced().stream().map(ApprovedTime::version).toList());
    }

    private static long billed(BillingPosition position) {
        return billed(position.engagement(), position.priceable());
    }

    private static long billed(SignedEngagement engagement, List<ApprovedTime> time) {
        return engagement.terms().pricing().hourlyTerms().stream()
                .mapToLong(hourly -> billed(hourly.increment(), time))
                .sum();
    }

    private static long billed(Increment increment, List<ApprovedTime> time) {
        return time.stream()
                .mapToLong(entry -> increment.billed(entry.work().minutes()))
                .sum();
    }

    private static long worked(List<ApprovedTime> time) {
        return time.stream().mapToLong(entry -> entry.work().minutes()).sum();
    }
}
