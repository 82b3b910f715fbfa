package feewright.api.whatif;

import feewright.api.json.MoneyJson;
import feewright.invoice.Invoice;
import feewright.whatif.Finding;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of which the packs do not say the same: {@code changed}, {@code refused} by the candidate alone, or {@code passes} by it
 * alone. {@code not_rebuilt}: what its facts come to is not what was issued, so nothing is compared; {@code reason} says in what.
 */
record ComparedInvoiceView(
        UUID invoiceId,
        String number,
        @Nullable UUID engagementId,
        LocalDate issueDate,
        MoneyJson total,
        String outcome,
        @Nullable String reason,
        @Nullable WhatIfDifferenceView difference) {

    static final String NOT_REBUILT = "not_rebuilt";

    static ComparedInvoiceView of(Finding.Compared found) {
        WhatIfDifferenceView difference = WhatIfDifferenceView.of(found.comparison());
        return of(found.head(), found.comparison().outcome().code(), null, difference);
    }

    static ComparedInvoiceView of(Finding.NotRebuilt found) {
        return of(found.head(), NOT_REBUILT, found.why().code(), null);
    }

    private static ComparedInvoiceView of(
            Invoice.Head head, String outcome, @Nullable String reason, @Nullable WhatIfDifferenceView difference) {
        Invoice.Parties parties = head.parties();
        return new ComparedInvoiceView(
                head.id().value(),
                head.number().toString(),
                parties.engagement() == null ? null : parties.engagement().value(),
                head.dates().issue(),
                MoneyJson.of(head.totals().total()),
                outcome,
                reason,
                difference);
    }
}
