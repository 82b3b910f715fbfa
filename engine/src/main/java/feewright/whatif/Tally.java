package feewright.whatif;

import feewright.whatif.Comparison.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** Counts findings, and adds up by currency what the candidate would not have let pass, and what it would. For one thread. */
public final class Tally {

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Map<String, Money>> amounts = new EnumMap<>(Outcome.class);
    private long notRebuilt;

    public void add(Finding finding) {
        switch (finding) {
            case Finding.Compared compared -> add(compared.comparison());
            case Finding.ComparedFailure waiting -> add(waiting.comparison());
            case Finding.NotRebuilt _ -> notRebuilt++;
        }
    }

    private void add(Comparison comparison) {
        Outcome outcome = comparison.outcome();
        Money total = comparison.inForce().proposed().totals().total();
        outcomes.merge(outcome, 1L, Long::sum);
        amounts.computeIfAbsent(outcome, _ -> new TreeMap<>())
                .merge(total.getCurrencyUnit().getCode(), total, Money::plus);
    }

    public long compared() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** What those with this outcome come to, by currency code. */
    public List<Money> amounts(Outcome outcome) {
        return List.copyOf(amounts.getOrDefault(outcome, Map.of()).values());
    }

    /** Invoices that are not compared, because they did not come out as they were issued. */
    public long notRebuilt() {
        return notRebuilt;
    }

    /** Whether both packs say the same of everything, and everything could be compared. */
    public boolean isUnchanged() {
        return notRebuilt == 0 && count(Outcome.SAME) == compared();
    }
}
