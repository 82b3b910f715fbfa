package feewright.whatif;

import feewright.engagement.BillingCursor;
import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.Proration;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.firm.Clients;
import feewright.firm.FirmId;
import feewright.invoice.BillingPosition;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceCase.Agreement;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices;
import feewright.rule.Decisions;
import feewright.whatif.PastInvoices.EarlierPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an invoice was issued from. In the transaction that is open. */
public record PastCases(PastInvoices past, Invoices invoices, Decisions decisions, Clients clients) {

    PastInvoice read(Invoice.Head head) {
        FirmId firm = head.parties().firm();
        Invoice invoice = invoices.find(firm, head.id()).orElseThrow();
        return new PastInvoice(
                invoice,
                decisions.find(firm, head.provenance().decision()).orElseThrow(),
                past.engagement(head)
                        .<Agreement>map(engagement -> new Agreement.Linked(position(invoice, engagement)))
                        .orElseGet(() -> unlinked(head)));
    }

    private Agreement.Unlinked unlinked(Invoice.Head head) {
        long days = ChronoUnit.DAYS.between(head.dates().issue(), head.dates().due());
        return new Agreement.Unlinked(
                clients.find(head.parties().firm(), head.parties().client()).orElseThrow(),
                head.currency(),
                Math.toIntExact(days));
    }

    /** Time that was open and not due by then is on no line and among no facts: what was billed is all of it that matters. */
    private BillingPosition position(Invoice invoice, SignedEngagement engagement) {
        boolean hours = invoice.lines().stream().anyMatch(InvoiceLine.Hourly.class::isInstance);
        return new BillingPosition(
                engagement,
                cursor(invoice, engagement.inEffect()),
                false,
                hours ? past.time(invoice.head()) : List.of());
    }

    private BillingCursor cursor(Invoice invoice, Terms terms) {
        Map<HourlyUse.Of, Long> used = terms.hourlyAdjustments().isEmpty() ? Map.of() : past.used(invoice.head());
        Optional<LocalDate> billed = invoice.lines().stream()
                .filter(InvoiceLine.Packaged.class::isInstance)
                .map(line -> ((InvoiceLine.Packaged) line).period().start())
                .findFirst();
        @Nullable LocalDate next = billed.or(() -> undue(invoice.head(), terms)).orElse(null);
        return new BillingCursor(
                List.of(), next, terms.packageDueOn(next), null, null, HourlyUse.rebuiltByDay(terms, used));
    }

    /** The next package period of an invoice that bills none: one that a void gave back, or the first after all that were billed. */
    private Optional<LocalDate> undue(Invoice.Head head, Terms terms) {
        if (terms.pricing().packageTerms().isEmpty()) {
            return Optional.empty();
        }
        List<EarlierPeriod> earlier = past.periods(head);
        return earlier.stream()
                .filter(period -> !period.stands())
                .map(EarlierPeriod::start)
                .filter(start -> terms.packagePeriod(start).isPresent())
                .findFirst()
                .or(() -> following(earlier, terms, head.dates().billing()));
    }

    /** A period that was due by then, and was not billed, had been skipped: its terms bill only the current one. */
    private static Optional<LocalDate> following(List<EarlierPeriod> earlier, Terms terms, LocalDate billing) {
        Optional<BillingPeriod> next =
                terms.packagePeriodFrom(earlier.isEmpty() ? terms.term().start() : after(earlier.getLast()));
        while (next.isPresent() && isDue(terms, next.get(), billing)) {
            next = terms.packagePeriodFrom(next.get().end());
        }
        return next.map(BillingPeriod::start);
    }

    private static boolean isDue(Terms terms, BillingPeriod period, LocalDate billing) {
        LocalDate due = terms.packageDueOn(period.start());
        return due != null && !due.isAfter(billing);
    }

    /** By day, what a pause left of a billed period is a period of its own; a whole fee pays for all of its period. */
    private static LocalDate after(EarlierPeriod billed) {
        return billed.proration() == Proration.FULL
                ? billed.end()
                : billed.start().plusDays(1);
    }
}
