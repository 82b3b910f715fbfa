package feewright.api.payment;

import feewright.api.problem.Refused;
import feewright.attempt.AttemptEvent;
import feewright.attempt.CollectionCursor;
import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionRegisters;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.Report;
import feewright.firm.Actor;
import feewright.firm.Transactions;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.receivable.JournalEntry;
import feewright.receivable.Ledger;
import feewright.refund.Refund;
import feewright.refund.RefundEvent;
import feewright.refund.RefundReport;
import feewright.refund.Refunds;
import feewright.refund.Refunds.RefundFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to an invoice, and what is planned, in the order of time. */
@RestController
@RequestMapping(path = "/v1/invoices/{id}/timeline", produces = "application/json")
record TimelineEndpoint(
        Transactions transactions, Invoices invoices, Ledger ledger, CollectionRegisters registers, Refunds refunds) {

    private static final int MOST_ENTRIES = 1000;

    record TimelineView(List<TimelineItemView> items) {}

    @GetMapping
    TimelineView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            InvoiceId invoice = new InvoiceId(id);
            Invoice found = Refused.unlessFound(invoices.find(actor.firm(), invoice)
                    .filter(one -> actor.client() == null
                            || one.head().parties().client().equals(actor.client()))
                    .orElse(null));
            List<TimelineItemView> items = new ArrayList<>();
            items.add(issued(found.head()));
            for (PaymentAttempt attempt : registers.attempts().of(actor.firm(), List.of(invoice))) {
                attempt.events().forEach(event -> items.add(told(attempt, event)));
            }
            for (JournalEntry entry : entries(actor, invoice)) {
                items.add(TimelineItemView.of(entry));
            }
            for (Refund refund :
                    refunds.page(actor.firm(), new RefundFilter(null, null, invoice, null), MOST_ENTRIES)) {
                refund.events().forEach(event -> items.add(told(refund, event)));
            }
            registers.cursors().find(actor.firm(), invoice).ifPresent(cursor -> planned(items, cursor));
            items.sort(Comparator.comparing(TimelineItemView::at));
            return new TimelineView(items);
        });
    }

    private List<JournalEntry> entries(Actor actor, InvoiceId invoice) {
        return ledger.page(actor.firm(), new Ledger.EntryFilter(null, null, null, invoice, null), MOST_ENTRIES)
                .reversed();
    }

    private static TimelineItemView issued(Invoice.Head head) {
        return TimelineItemView.of(
                        head.provenance().issuedAt(), "issued", head.totals().total())
                .with(head.number().toString());
    }

    private static TimelineItemView told(PaymentAttempt attempt, AttemptEvent event) {
        String kind = "attempt_" + event.report().state().code();
        return TimelineItemView.of(event.at(), event.effect().applied() ? kind : kind + "_unapplied", attempt.amount())
                .with(attempt, code(event.report()));
    }

    private static TimelineItemView told(Refund refund, RefundEvent event) {
        String kind = "refund_" + event.report().state().code();
        TimelineItemView item =
                TimelineItemView.of(event.at(), event.effect().applied() ? kind : kind + "_unapplied", refund.amount());
        return event.report() instanceof RefundReport.Failed(String _, String code) ? item.with(code) : item;
    }

    private static @Nullable String code(Report report) {
        return switch (report) {
            case Report.Failed failed -> failed.failure().category().code();
            case Report.Unknown(String code) -> code;
            case Report.NotSent(String code) -> code;
            default -> null;
        };
    }

    private static void planned(List<TimelineItemView> items, CollectionCursor cursor) {
        if (cursor.next() instanceof Next.Attempt(var at, var cause)) {
            items.add(TimelineItemView.of(at, "attempt_planned", null).with(cause.code()));
        }
    }
}
