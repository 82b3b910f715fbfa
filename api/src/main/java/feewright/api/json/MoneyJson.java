package feewright.api.json;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An amount in JSON: plain decimal text and an ISO 4217 code. Going in, nothing of it is checked yet. */
public record MoneyJson(@Nullable String amount, @Nullable String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(
                money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
    }
}
