package feewright.engagement;

import feewright.engagement.TermsInput.MoneyInput;
import feewright.money.Amounts;
import feewright.platform.Coded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects the faults of offered terms while their parts are read. */
final class TermsFaults {

    private final List<TermsFault> found = new ArrayList<>();

    List<TermsFault> found() {
        return found;
    }

    void add(String code, String pointer) {
        found.add(new TermsFault(code, pointer));
    }

    /** The named constant ({@code in-advance} or {@code in_advance}), the fallback when nothing is said, empty and a fault when unknown. */
    <E extends Enum<E> & Coded> Optional<E> choice(
            Class<E> type, @Nullable String text, @Nullable E fallback, String pointer) {
        if (text == null) {
            if (fallback == null) {
                add(name(pointer) + "-missing", pointer);
            }
            return Optional.ofNullable(fallback);
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(text.replace('-', '_'))) {
                return Optional.of(constant);
            }
        }
        add(name(pointer) + "-unknown", pointer);
        return Optional.empty();
    }

    /** A positive amount in the terms' currency; empty and a fault otherwise. */
    Optional<Money> price(@Nullable MoneyInput offer, @Nullable CurrencyUnit currency, String pointer) {
        if (offer == null || offer.amount() == null) {
            add(name(pointer) + "-missing", pointer);
            return Optional.empty();
        }
        if (currency == null) {
            return Optional.empty();
        }
        if (!currency.getCode().equals(offer.currency())) {
            add("currency-differs", pointer + "/currency");
            return Optional.empty();
        }
        Optional<Money> price = Amounts.read(currency, offer.amount()).filter(Money::isPositive);
        if (price.isEmpty()) {
            add(name(pointer) + "-not-a-positive-amount", pointer + "/amount");
        }
        return price;
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1).replace('_', '-');
    }
}
