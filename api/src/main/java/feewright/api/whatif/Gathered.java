package feewright.api.whatif;

import feewright.whatif.Comparison.Outcome;
import feewright.whatif.ComparisonScope;
import feewright.whatif.Finding;
import feewright.whatif.Packs;
import feewright.whatif.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what differs of findings as they come, and counts the rest. */
final class Gathered implements Consumer<Finding> {

    private final Tally invoiced = new Tally();
    private final Tally waiting = new Tally();
    private final List<ComparedInvoiceView> invoices = new ArrayList<>();
    private final List<ComparedBillingFailureView> setAside = new ArrayList<>();

    @Override
    public void accept(Finding finding) {
        switch (finding) {
            case Finding.Compared compared -> {
                invoiced.add(finding);
                if (compared.comparison().outcome() != Outcome.SAME) {
                    invoices.add(ComparedInvoiceView.of(compared));
                }
            }
            case Finding.NotRebuilt not -> {
                invoiced.add(finding);
                invoices.add(ComparedInvoiceView.of(not));
            }
            case Finding.ComparedFailure found -> {
                waiting.add(finding);
                if (found.comparison().outcome() != Outcome.SAME) {
                    setAside.add(ComparedBillingFailureView.of(found));
                }
            }
        }
    }

    WhatIfView view(ComparisonScope question, Packs packs) {
        return new WhatIfView(
                question.from(),
                question.until(),
                question.engagement() == null ? null : question.engagement().value(),
                packs.inForce().pack().hex(),
                packs.candidate().pack().hex(),
                TallyView.of(invoiced),
                invoices,
                TallyView.of(waiting),
                setAside);
    }
}
