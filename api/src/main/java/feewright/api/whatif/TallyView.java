package feewright.api.whatif;

import feewright.api.json.MoneyJson;
import feewright.whatif.Comparison.Outcome;
import feewright.whatif.Tally;
import java.util.List;
import org.joda.money.Money;

/**
 * How much was compared, and with what outcome. {@code refused_amounts} would not have been issued by the candidate, {@code
 * passing_amounts} would have been by it alone; a sum for each currency. What was not rebuilt was not compared.
 */
record TallyView(
        long compared,
        long same,
        long changed,
        long refused,
        long passes,
        long notRebuilt,
        List<MoneyJson> refusedAmounts,
        List<MoneyJson> passingAmounts) {

    static TallyView of(Tally tally) {
        return new TallyView(
                tally.compared(),
                tally.count(Outcome.SAME),
                tally.count(Outcome.CHANGED),
                tally.count(Outcome.REFUSED),
                tally.count(Outcome.PASSES),
                tally.notRebuilt(),
                views(tally.amounts(Outcome.REFUSED)),
                views(tally.amounts(Outcome.PASSES)));
    }

    private static List<MoneyJson> views(List<Money> amounts) {
        return amounts.stream().map(MoneyJson::of).toList();
    }
}
