package feewright.api.command;

import feewright.run.BillingRun;
import feewright.run.RunItem;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** The result of a run, as the console shows it: counts, amounts, refusals by code, and every engagement that was set aside. */
record RunReport(BillingRun run, RunProgress progress, List<RunItem> aside) {

    RunReport {
        aside = List.copyOf(aside);
    }

    /** Its lines. Ids, codes, counts and amounts only. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("run " + run.id() + (run.request().dryRun() ? " (dry)" : "") + " finished: " + progress.done()
                + " engagements done");
        for (Outcome outcome : Outcome.values()) {
            if (progress.count(outcome) > 0) {
                lines.add("  " + name(outcome) + ": " + progress.count(outcome));
            }
        }
        for (Money amount : progress.amounts()) {
            lines.add("  amount: " + amount.getAmount().toPlainString() + " "
                    + amount.getCurrencyUnit().getCode());
        }
        codes().forEach((code, count) -> lines.add("  because of " + code + ": " + count));
        aside.forEach(item -> lines.add("  billing failure: " + item.engagement() + " " + item.billing() + " "
                + name(item.outcome()) + " " + String.join(",", item.evidence().codes())));
        return lines;
    }

    private Map<String, Integer> codes() {
        Map<String, Integer> codes = new TreeMap<>();
        aside.forEach(item -> item.evidence().codes().forEach(code -> codes.merge(code, 1, Integer::sum)));
        return codes;
    }

    private static String name(Outcome outcome) {
        return outcome.code().replace('_', ' ');
    }
}
