package feewright.invoice;

import feewright.engagement.BillingCursor;
import feewright.engagement.SignedEngagement;
import feewright.platform.ClientId;
import feewright.time.ApprovedTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is a value and not a row: assembled, not judged. {@code unpriced} is due time for which the rate card has no
 * rate; {@code after} is where the billing of the engagement stands once this is issued, null where there is none;
 * {@code beyondCap} what its time comes to beyond a cap at which work stops (null: it keeps within it).
 */
public record ProposedInvoice(
        ClientId client,
        @Nullable SignedEngagement engagement,
        CurrencyUnit currency,
        Dates dates,
        List<ProposedLine> lines,
        List<ApprovedTime> unpriced,
        @Nullable BillingCursor after,
        @Nullable Money beyondCap) {

    public ProposedInvoice {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }

    /** The lines as the invoice would keep them. */
    public List<InvoiceLine> frozenLines() {
        return lines.stream().map(ProposedLine::frozen).toList();
    }

    public Totals totals() {
        return Totals.of(currency, frozenLines());
    }
}
