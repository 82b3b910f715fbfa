package feewright.dispute;

import feewright.dispute.DisputeEvent.Details;
import feewright.money.Amounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A dispute on its way through its events: what the latest that counts told, and each movement of those that count, once. */
record Progress(@Nullable DisputeState state, @Nullable Details told, Map<String, DisputeMovement> moved) {

    static final Progress NONE = new Progress(null, null, Map.of());

    /** What it comes to if an event counts. Processors tell all movements again in every event: each counts once by its reference. */
    Progress after(Details next) {
        Map<String, DisputeMovement> all = new LinkedHashMap<>(moved);
        next.movements().forEach(movement -> all.putIfAbsent(movement.reference(), movement));
        boolean reopens = state != null
                && state.isDecided()
                && (next.status() == DisputeState.NEEDS_RESPONSE || next.status() == DisputeState.UNDER_REVIEW);
        return new Progress(reopens ? DisputeState.REOPENED : next.status(), next, all);
    }

    boolean isOfOneCurrency() {
        return moved.values().stream()
                        .map(movement -> movement.amount().getCurrencyUnit())
                        .distinct()
                        .count()
                <= 1;
    }

    /** How a dispute stands that claimed so much when it was told of first. */
    DisputeSummary course(Money first) {
        if (told == null) {
            return DisputeSummary.of(first);
        }
        CurrencyUnit currency = moved.values().stream()
                .findFirst()
                .map(movement -> movement.amount().getCurrencyUnit())
                .orElse(told.claimed().getCurrencyUnit());
        List<DisputeMovement> counted = moved.values().stream()
                .filter(movement -> movement.amount().getCurrencyUnit().equals(currency))
                .toList();
        return new DisputeSummary(
                state,
                told.claimed(),
                told.reason(),
                told.respondBy(),
                Amounts.sum(
                                currency,
                                counted.stream().map(DisputeMovement::amount).toList())
                        .negated(),
                Amounts.sum(currency, counted.stream().map(DisputeMovement::fee).toList()));
    }
}
