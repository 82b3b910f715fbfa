package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.engagement.TermsId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import feewright.rule.PackHash;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** An issued invoice. All of it is fact: nothing here ever changes (requirement I4). */
public record Invoice(Head head, List<InvoiceLine> lines) {

    public Invoice {
        lines = List.copyOf(lines);
        if (!Totals.of(head.currency(), lines).equals(head.totals())) {
            throw new IllegalArgumentException("the totals are not the sums of the lines");
        }
    }

    public InvoiceId id() {
        return head.id();
    }

    /** All of an invoice but its lines. */
    public record Head(
            InvoiceId id,
            InvoiceNumber number,
            Parties parties,
            Dates dates,
            CurrencyUnit currency,
            Totals totals,
            Provenance provenance) {}

    /** Who is billed, and under which terms; both null only where an override let an unlinked invoice pass. */
    public record Parties(
            FirmId firm,
            ClientId client,
            @Nullable EngagementId engagement,
            @Nullable TermsId terms) {}

    /** Where the invoice comes from: the pack and the decision that let it pass, its fingerprint, who issued it when, and whether by override. */
    public record Provenance(
            PackHash pack,
            DecisionId decision,
            Fingerprint fingerprint,
            PersonId issuedBy,
            Instant issuedAt,
            boolean overridden) {}
}
