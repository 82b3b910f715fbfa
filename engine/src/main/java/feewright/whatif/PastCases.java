package feewright.whatif;

import feewright.engagement.BillingCursor;
import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.OpenPeriods;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import feewright.firm.Clients;
import feewright.invoice.BillingPosition;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceCase.Agreement;
import feewright.invoice.InvoiceLine;
import feewright.invoice.Invoices;
import feewright.platform.FirmId;
import feewright.rule.Decisions;
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
        Map<HourlyUse.Key, Long> used = terms.hourlyAdjustments().isEmpty() ? Map.of() : past.used(invoice.head());
        Optional<LocalDate> billed = invoice.lines().stream()
                .filter(InvoiceLine.Packaged.class::isInstance)
                .map(line -> ((InvoiceLine.Packaged) line).period().start())
                .findFirst();
        @Nullable LocalDate next = billed.or(() -> undue(invoice.head(), terms)).orElse(null);
        return new BillingCursor(
                List.of(), next, terms.packageDueOn(next), null, null, HourlyUse.rebuiltByDay(terms, used));
    }

    /**
     * The next package period of an invoice that bills none. One that was due by then, and was not billed, had been skipped: its terms
     * bill only the current one.
     */
    private Optional<LocalDate> undue(Invoice.Head head, Terms terms) {
        OpenPeriods open = OpenPeriods.of(terms, past.billed(head));
        Optional<BillingPeriod> next = Optional.ofNullable(open.next()).flatMap(terms::packagePeriod);
        while (open.again().isEmpty()
                && next.isPresent()
                && isDue(terms, next.get(), head.dates().billing())) {
            next = terms.packagePeriodFrom(next.get().end());
        }
        return next.map(BillingPeriod::start);
    }

    private static boolean isDue(Terms terms, BillingPeriod period, LocalDate billing) {
        LocalDate due = terms.packageDueOn(period.start());
        return due != null && !due.isAfter(billing);
    }
}
