package feewright.attempt;

import feewright.ledger.JournalEntryId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money of an attempt by what was said of it: what its processor says of it now (null: nothing yet), what the reports that count
 * booked, and its payment in the journal. What the two differ by went through suspense.
 */
record AttemptMoney(
        @Nullable Money told,
        List<Money> booked,
        Optional<JournalEntryId> payment,
        @Nullable Money paid) {

    private static final AttemptMoney NONE = new AttemptMoney(null, List.of(), Optional.empty(), null);

    static AttemptMoney of(List<AttemptEvent> events) {
        AttemptMoney money = NONE;
        for (AttemptEvent event : events) {
            money = money.after(event);
        }
        return money;
    }

    private AttemptMoney after(AttemptEvent event) {
        JournalEntryId entry = event.effect().entry();
        boolean counts = event.effect().applied();
        return switch (event.report()) {
            case AttemptUpdate.Succeeded(String _, Money amount)
            when entry != null -> new AttemptMoney(amount, counts ? with(amount) : booked, Optional.of(entry), amount);
            case AttemptUpdate.Succeeded(String _, Money amount) -> new AttemptMoney(amount, booked, payment, paid);
            case AttemptUpdate.Failed _, AttemptUpdate.Cancelled _ ->
                new AttemptMoney(
                        told == null ? null : Money.zero(told.getCurrencyUnit()),
                        entry == null || paid == null ? booked : with(paid.negated()),
                        payment,
                        paid);
            case AttemptUpdate.Initiated _,
                    AttemptUpdate.NotSent _,
                    AttemptUpdate.Processing _,
                    AttemptUpdate.ActionRequired _,
                    AttemptUpdate.Unknown _,
                    AttemptUpdate.NotFound _ -> this;
        };
    }

    private List<Money> with(Money amount) {
        return Stream.concat(booked.stream(), Stream.of(amount)).toList();
    }

    /** Whether a report says that other money stands than was said last. */
    boolean isNews(AttemptUpdate report) {
        return switch (report) {
            case AttemptUpdate.Succeeded(String _, Money amount) -> !amount.equals(told);
            case AttemptUpdate.Failed _, AttemptUpdate.Cancelled _ -> told != null && !told.isZero();
            case AttemptUpdate.Initiated _,
                    AttemptUpdate.NotSent _,
                    AttemptUpdate.Processing _,
                    AttemptUpdate.ActionRequired _,
                    AttemptUpdate.Unknown _,
                    AttemptUpdate.NotFound _ -> false;
        };
    }

    /** What went into suspense of it in each currency, and what came out because it counts: above zero where money is there. */
    Map<CurrencyUnit, Money> suspended() {
        Map<CurrencyUnit, Money> sums = new HashMap<>();
        if (told != null) {
            sums.put(told.getCurrencyUnit(), told);
        }
        booked.forEach(amount -> sums.merge(amount.getCurrencyUnit(), amount.negated(), Money::plus));
        return sums;
    }

    /** What is missing beyond what was missing before, in each currency; below zero where money came. */
    List<Money> missingSince(AttemptMoney before) {
        Map<CurrencyUnit, Money> was = before.suspended();
        Map<CurrencyUnit, Money> is = suspended();
        Set<CurrencyUnit> currencies = new HashSet<>(was.keySet());
        currencies.addAll(is.keySet());
        return currencies.stream()
                .map(currency -> was.getOrDefault(currency, Money.zero(currency))
                        .minus(is.getOrDefault(currency, Money.zero(currency))))
                .filter(missing -> !missing.isZero())
                .toList();
    }
}
