package feewright.report;

import feewright.platform.Actor;
import feewright.platform.Transactions;
import java.util.List;

/**
 * Use case: recomputes from facts whatever is kept twice, and names every difference (requirement L1). All of it in one snapshot, so
 * that what happens meanwhile makes no difference. Here are all the checks: an endpoint and a test ask the same.
 */
public record Reconcile(Transactions transactions, List<ConsistencyCheck> checks) {

    /** The most differences that a check names. */
    public static final int MOST_NAMED = 100;

    public Reconcile {
        checks = List.copyOf(checks);
    }

    public Reconciliation reconcile(Actor actor) {
        return transactions.reading(
                actor,
                () -> new Reconciliation(checks.stream()
                        .map(check -> check.on(actor.firm(), MOST_NAMED))
                        .toList()));
    }
}
