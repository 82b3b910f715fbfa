package feewright.api.invoice;

import feewright.invoice.Invoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice. In lists, and for platform operators, without its words; in lists without its lines.
 * {@code content_purged} says that its words were blanked.
 */
public record InvoiceView(
        UUID id,
        String number,
        UUID clientId,
        @Nullable String clientName,
        @Nullable UUID engagementId,
        @Nullable UUID termsId,
        LocalDate billingDate,
        LocalDate issueDate,
        LocalDate dueDate,
        String currency,
        TotalsView totals,
        SettlementView settlement,
        @Nullable List<LineView> lines,
        boolean overridden,
        @Nullable String overrideReason,
        @Nullable Boolean contentPurged,
        String pack,
        UUID decisionId,
        String fingerprint,
        UUID issuedBy,
        Instant issuedAt) {

    static InvoiceView of(Invoice invoice, Words words, SettlementView settlement) {
        return of(
                invoice.head(),
                invoice.lines().stream()
                        .map(line -> LineView.of(line, words, null))
                        .toList(),
                words,
                settlement);
    }

    static InvoiceView of(Invoice.Head head, SettlementView settlement) {
        return of(head, null, Words.NONE, settlement);
    }

    private static InvoiceView of(
            Invoice.Head head, @Nullable List<LineView> lines, Words words, SettlementView settlement) {
        Invoice.Parties parties = head.parties();
        Invoice.Provenance from = head.provenance();
        return new InvoiceView(
                head.id().value(),
                head.number().toString(),
                parties.client().value(),
                words.client(),
                parties.engagement() == null ? null : parties.engagement().value(),
                parties.terms() == null ? null : parties.terms().value(),
                head.dates().billing(),
                head.dates().issue(),
                head.dates().due(),
                head.currency().getCode(),
                TotalsView.of(head.totals()),
                settlement,
                lines,
                from.overridden(),
                words.overrideReason(),
                words.purged(),
                from.pack().hex(),
                from.decision().value(),
                from.fingerprint().hex(),
                from.issuedBy().value(),
                from.issuedAt());
    }
}
