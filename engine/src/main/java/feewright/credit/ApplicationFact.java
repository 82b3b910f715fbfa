package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.invoice.InvoiceId;
import feewright.platform.ClientId;
import feewright.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * That credit is to be applied to an invoice: by its terms or by hand. Amounts in minor units of its currency. {@code collected}: an
 * attempt to collect it is under way, as far as that was looked at: it is where the terms apply credit.
 */
public record ApplicationFact(
        InvoiceId invoice,
        ClientId client,
        @Nullable EngagementId engagement,
        String currency,
        boolean voided,
        boolean automatic,
        boolean disputed,
        boolean collected,
        boolean suspended,
        long amountMinor,
        long owedMinor)
        implements Fact {

    @Override
    public String ref() {
        return "application/" + invoice;
    }
}
