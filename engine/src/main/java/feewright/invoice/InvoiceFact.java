package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.rule.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The proposed invoice as a whole, as rules see it. The engagement is null where no link exists; currency is an ISO code. */
public record InvoiceFact(
        ClientId client,
        @Nullable EngagementId engagement,
        String currency,
        LocalDate billingDate,
        int lines,
        boolean negative)
        implements Fact {

    public boolean linked() {
        return engagement != null;
    }

    @Override
    public String ref() {
        return "invoice/proposed";
    }
}
