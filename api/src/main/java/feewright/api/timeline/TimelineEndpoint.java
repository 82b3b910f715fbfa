package feewright.api.timeline;

import feewright.api.problem.ProblemException;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionRecords;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to an invoice, and what is planned, in the order of time. */
@RestController
@RequestMapping(path = "/v1/invoices/{id}/timeline", produces = "application/json")
record TimelineEndpoint(
        Transactions transactions, Invoices invoices, Timeline timeline, CollectionRecords records, Ledger ledger) {

    record TimelineView(List<TimelineItemView> items) {}

    @GetMapping
    TimelineView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            InvoiceId invoice = new InvoiceId(id);
            Invoice found = ProblemException.unlessFound(invoices.find(actor.firm(), invoice)
                    .filter(one -> actor.client() == null
                            || one.head().parties().client().equals(actor.client()))
                    .orElse(null));
            List<TimelineItemView> items = new ArrayList<>(timeline.happened(actor, found));
            ledger.read(actor.firm(), List.of(invoice)).forEach(account -> planned(items, records.next(account)));
            return new TimelineView(items);
        });
    }

    /** What is to come is the last. */
    private static void planned(List<TimelineItemView> items, NextStep next) {
        if (next instanceof NextStep.Attempt(var at, var cause)) {
            items.add(TimelineItemView.of(at, "attempt_planned", null).with(cause.code()));
        }
    }
}
