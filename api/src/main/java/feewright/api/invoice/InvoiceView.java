package feewright.api.invoice;

import feewright.invoice.Invoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice. In lists, and for platform operators, without its words; in lists without its lines.
 * {@code texts_purged} says that its words were blanked. {@code paid_on} is the day in the books on which payments and credit left
 * nothing owed; empty while it owes something, and where something was written off or all of it is void.
 * No client is shown {@code override_reason}; {@code client_note} is for it.
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
        @Nullable LocalDate paidOn,
        String currency,
        TotalsView totals,
        PaymentStatusView paymentStatus,
        @Nullable List<LineView> lines,
        boolean overridden,
        @Nullable String overrideReason,
        @Nullable String clientNote,
        @Nullable Boolean textsPurged,
        String rulePack,
        UUID decisionId,
        String fingerprint,
        UUID issuedBy,
        Instant issuedAt) {

    public static InvoiceView of(Invoice invoice, VisibleTexts words, InvoiceStatus standing) {
        return of(
                invoice.head(),
                invoice.lines().stream()
                        .map(line -> LineView.of(line, words, null))
                        .toList(),
                words,
                standing);
    }

    public static InvoiceView of(Invoice.Head head, InvoiceStatus standing) {
        return of(head, null, VisibleTexts.NONE, standing);
    }

    private static InvoiceView of(
            Invoice.Head head, @Nullable List<LineView> lines, VisibleTexts words, InvoiceStatus standing) {
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
                standing.paidOn(),
                head.currency().getCode(),
                TotalsView.of(head.totals()),
                standing.settlement(),
                lines,
                from.overridden(),
                words.overrideReason(),
                words.clientNote(),
                words.purged(),
                from.pack().hex(),
                from.decision().value(),
                from.fingerprint().hex(),
                from.issuedBy().value(),
                from.issuedAt());
    }
}
