package feewright.api.whatif;

import feewright.api.json.MoneyJson;
import feewright.api.report.Cells;
import feewright.api.report.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What candidate rules change in the invoices that were issued in some days, and in what was set aside in them. Only what differs is
 * listed; the sums count all of it.
 */
record WhatIfView(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID engagementId,
        String packInForce,
        String packCandidate,
        TallyView invoiceSums,
        List<ComparedInvoiceView> invoices,
        TallyView billingFailureTotals,
        List<ComparedBillingFailureView> billingFailures)
        implements Table {

    WhatIfView {
        invoices = List.copyOf(invoices);
        billingFailures = List.copyOf(billingFailures);
    }

    @Override
    public List<String> header() {
        return List.of(
                "invoice_id",
                "number",
                "engagement_id",
                "day",
                "outcome",
                "currency",
                "total_issued",
                "total_in_force",
                "total_under_candidate",
                "violations_added",
                "violations_removed",
                "lines_changed",
                "rules_changed");
    }

    /** The day is that of issue, or of billing where nothing is issued. Lists are separated by spaces. */
    @Override
    public Stream<List<@Nullable Object>> cells() {
        return Stream.concat(
                invoices.stream().map(WhatIfView::row), billingFailures.stream().map(WhatIfView::row));
    }

    private static List<@Nullable Object> row(ComparedInvoiceView invoice) {
        WhatIfDifferenceView difference = invoice.difference();
        return Cells.row(
                invoice.invoiceId(),
                invoice.number(),
                invoice.engagementId(),
                invoice.issueDate(),
                invoice.outcome(),
                invoice.total().currency(),
                invoice.total().amount(),
                difference == null ? null : amount(difference.totalInForce()),
                difference == null ? null : amount(difference.totalUnderCandidate()),
                difference == null ? null : codes(difference.violationsAdded()),
                difference == null ? null : codes(difference.violationsRemoved()),
                difference == null ? null : lines(difference),
                difference == null ? null : rules(difference));
    }

    private static List<@Nullable Object> row(ComparedBillingFailureView aside) {
        WhatIfDifferenceView difference = aside.difference();
        MoneyJson either =
                difference.totalInForce() == null ? difference.totalUnderCandidate() : difference.totalInForce();
        return Cells.row(
                null,
                null,
                aside.engagementId(),
                aside.billingDate(),
                aside.outcome(),
                either == null ? null : either.currency(),
                null,
                amount(difference.totalInForce()),
                amount(difference.totalUnderCandidate()),
                codes(difference.violationsAdded()),
                codes(difference.violationsRemoved()),
                lines(difference),
                rules(difference));
    }

    private static @Nullable String amount(@Nullable MoneyJson money) {
        return money == null ? null : money.amount();
    }

    private static String codes(List<WhatIfDifferenceView.ViolationChangeView> violations) {
        return joined(violations.stream().map(WhatIfDifferenceView.ViolationChangeView::code));
    }

    private static String lines(WhatIfDifferenceView difference) {
        return joined(difference.lines().stream().map(line -> String.valueOf(line.number())));
    }

    private static String rules(WhatIfDifferenceView difference) {
        return joined(difference.rules().stream().map(WhatIfDifferenceView.RuleChangeView::code));
    }

    private static String joined(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(" "));
    }
}
