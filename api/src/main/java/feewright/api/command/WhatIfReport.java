package feewright.api.command;

import feewright.invoice.Assessment;
import feewright.invoice.Invoice;
import feewright.whatif.Comparison;
import feewright.whatif.Comparison.Outcome;
import feewright.whatif.Finding;
import feewright.whatif.Tally;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.joda.money.Money;

/** Prints what differs as it comes, and the sums at the end. Ids, codes, names of rules, counts and amounts only. */
public final class WhatIfReport implements Consumer<Finding> {

    private final PrintStream out;
    private final Tally invoices = new Tally();
    private final Tally setAside = new Tally();

    public WhatIfReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(Finding finding) {
        switch (finding) {
            case Finding.Compared compared -> {
                invoices.add(finding);
                print(name(compared.head()), compared.comparison());
            }
            case Finding.NotRebuilt not -> {
                invoices.add(finding);
                out.println(name(not.head()) + ": not rebuilt (" + not.why().code() + "), and not compared");
            }
            case Finding.ComparedFailure waiting -> {
                setAside.add(finding);
                print("billing failure: engagement " + waiting.aside().engagement(), waiting.comparison());
            }
        }
    }

    /** Whether nothing was found to differ. */
    public boolean isUnchanged() {
        return invoices.isUnchanged() && setAside.isUnchanged();
    }

    /** Prints the sums. */
    public void end() {
        out.println(sums("invoices", invoices) + ", " + invoices.notRebuilt() + " not rebuilt");
        out.println(sums("billing failures", setAside));
        amounts("  would not have been issued: ", invoices.amounts(Outcome.REFUSED));
        amounts("  would have passed: ", invoices.amounts(Outcome.PASSES));
        amounts("  would pass of the billing failures: ", setAside.amounts(Outcome.PASSES));
    }

    private void print(String name, Comparison comparison) {
        if (comparison.outcome() == Outcome.SAME) {
            return;
        }
        out.println(name + ": " + comparison.outcome().code() + ", in force " + total(comparison.inForce())
                + ", under the candidate " + total(comparison.candidate()));
        violations("  + ", comparison.added());
        violations("  - ", comparison.removed());
        comparison
                .lines()
                .forEach(change -> out.println("  line " + change.line().number() + ": justified by "
                        + String.join(" ", change.inForce()) + ", under the candidate by "
                        + String.join(" ", change.candidate())));
        comparison
                .rules()
                .forEach(change -> out.println("  \"" + change.rule() + "\" fires " + change.inForce()
                        + " times, under the candidate " + change.candidate()));
    }

    private void violations(String sign, List<Comparison.ViolationChange> violations) {
        for (Comparison.ViolationChange change : violations) {
            change.subjects().forEach(subject -> out.println(sign + change.code() + " " + subject));
            long more = change.count() - change.subjects().size();
            if (more > 0) {
                out.println(sign + change.code() + " and " + more + " more");
            }
        }
    }

    private void amounts(String what, List<Money> amounts) {
        amounts.forEach(amount -> out.println(what + text(amount)));
    }

    private static String sums(String what, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%s: %d compared, %d same, %d changed, %d refused, %d passing",
                what,
                tally.compared(),
                tally.count(Outcome.SAME),
                tally.count(Outcome.CHANGED),
                tally.count(Outcome.REFUSED),
                tally.count(Outcome.PASSES));
    }

    private static String name(Invoice.Head head) {
        return head.number() + " of " + head.dates().issue() + " (" + head.id() + "), engagement "
                + (head.parties().engagement() == null ? "none" : head.parties().engagement());
    }

    private static String total(Assessment assessment) {
        return assessment.isIssuable() ? text(assessment.proposed().totals().total()) : "refused";
    }

    private static String text(Money amount) {
        return amount.getAmount().toPlainString() + " "
                + amount.getCurrencyUnit().getCode();
    }
}
