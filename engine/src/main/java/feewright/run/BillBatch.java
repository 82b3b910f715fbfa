package feewright.run;

import feewright.engagement.EngagementId;
import feewright.invoice.Assessment;
import feewright.invoice.BillingPosition;
import feewright.invoice.BillingPositions;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceIssuer;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import feewright.run.RunItem.Evidence;
import feewright.run.RunItem.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * Bills some engagements of a run in the transaction that is open, through the path of preview and issue: read and locked at
 * once, judged one by one, issued at once. What the rules refuse, or the terms hold, is set aside and does not hold up the rest.
 * A dry run takes the same way and writes nothing.
 */
public record BillBatch(BillingPositions positions, InvoiceIssuer invoiceIssuer, BillingFailures billingFailures) {

    /** What came of a batch, and the engagements that have still more due than one batch takes. */
    record Result(List<RunItem> items, List<EngagementId> unfinished) {

        Result {
            items = List.copyOf(items);
            unfinished = List.copyOf(unfinished);
        }
    }

    /** Bills what is due and tells what came of it. */
    Result bill(BillingBatch order) {
        List<EngagementBill> made = found(order).stream()
                .map(position -> EngagementBill.of(
                        order, position, invoiceIssuer.decisionMaker().rulebook()))
                .toList();
        List<RunItem> items = new ArrayList<>(order.isDry() ? proposed(made) : issued(order, made));
        for (EngagementBill bill : made) {
            bill.stop().ifPresent(stop -> items.add(stopped(order, bill, stop)));
        }
        if (!order.isDry()) {
            keepAside(order, items);
        }
        List<EngagementId> unfinished = made.stream()
                .filter(bill -> bill.isUnfinished() && !order.isDry())
                .map(EngagementBill::id)
                .toList();
        return new Result(items, unfinished);
    }

    private List<BillingPosition> found(BillingBatch order) {
        List<EngagementId> takeable = takeable(order);
        return order.isDry() ? positions.readAll(order.firm(), takeable) : positions.lock(order.firm(), takeable);
    }

    /** Some may have been set aside since they were put on the list. A retry takes them back, unless it writes nothing. */
    private List<EngagementId> takeable(BillingBatch order) {
        if (order.run().request().lane() == DueFilter.Selection.AUTOMATIC_AND_SET_ASIDE) {
            if (!order.isDry()) {
                billingFailures.release(order.firm(), order.engagements());
            }
            return order.engagements();
        }
        Set<EngagementId> aside = billingFailures.among(order.firm(), order.engagements());
        return order.engagements().stream().filter(id -> !aside.contains(id)).toList();
    }

    private static List<RunItem> proposed(List<EngagementBill> made) {
        List<RunItem> items = new ArrayList<>();
        for (EngagementBill engagement : made) {
            for (EngagementBill.Bill bill : engagement.bills()) {
                Money total = bill.passed().assessment().proposed().totals().total();
                items.addAll(skipped(engagement, bill));
                items.add(new RunItem(engagement.id(), bill.billing(), Outcome.WOULD_ISSUE, Evidence.NONE, total));
            }
        }
        return items;
    }

    private List<RunItem> issued(BillingBatch order, List<EngagementBill> made) {
        Iterator<Invoice> issued = invoiceIssuer
                .issueAll(
                        order.firm(),
                        made.stream()
                                .flatMap(engagement -> engagement.bills().stream())
                                .map(EngagementBill.Bill::passed)
                                .toList(),
                        order.now())
                .iterator();
        List<RunItem> items = new ArrayList<>();
        for (EngagementBill engagement : made) {
            for (EngagementBill.Bill bill : engagement.bills()) {
                items.addAll(skipped(engagement, bill));
                items.add(RunItem.issued(engagement.id(), issued.next().head()));
            }
        }
        return items;
    }

    private static List<RunItem> skipped(EngagementBill engagement, EngagementBill.Bill bill) {
        return bill.skipped().stream()
                .map(day -> RunItem.skipped(engagement.id(), day))
                .toList();
    }

    private RunItem stopped(BillingBatch order, EngagementBill bill, EngagementBill.Stop stop) {
        return switch (stop) {
            case EngagementBill.Stop.NeedsReview(var billing) -> RunItem.held(bill.id(), billing);
            case EngagementBill.Stop.Refused refused ->
                new RunItem(
                        bill.id(),
                        refused.billing(),
                        Outcome.REFUSED,
                        evidence(order, bill, refused.assessment()),
                        refused.assessment().proposed().totals().total());
        };
    }

    private Evidence evidence(BillingBatch order, EngagementBill bill, Assessment refused) {
        if (order.isDry()) {
            return new Evidence(null, null, refused.codes());
        }
        Decision decision = invoiceIssuer
                .decisionMaker()
                .record(
                        RuleSet.INVOICE,
                        new Decision.Request("issue_invoice", "engagement/" + bill.id()),
                        Decision.Outcome.REFUSED,
                        new DecisionMaker.Basis(refused.verdict(), order.actor(), order.now()));
        return new Evidence(null, decision.id(), refused.codes());
    }

    private void keepAside(BillingBatch order, List<RunItem> items) {
        billingFailures.add(
                order.firm(),
                items.stream()
                        .filter(item -> item.outcome().setsAside())
                        .map(item -> BillingFailure.of(item, order.run().id(), order.now()))
                        .toList());
    }
}
