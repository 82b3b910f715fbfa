package feewright.api.web;

import feewright.api.json.MoneyJson;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.CustomerText;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and reasons as they are sent. Money only moves in amounts above zero. */
public final class AmountJson {

    public static final String AMOUNT = "/amount";

    private AmountJson() {}

    /** The amount; a stand-in and a fault where it is missing or not above zero. */
    public static Money above(Fields fields, @Nullable MoneyJson sent, String pointer) {
        Money amount = fields.amount(sent, pointer);
        if (amount.isNegative()) {
            fields.fault("amount-not-above-zero", pointer + AMOUNT);
            return Money.zero(amount.getCurrencyUnit());
        }
        return amount;
    }

    /** The amount, or null for none. */
    public static @Nullable Money maybe(Fields fields, @Nullable MoneyJson sent, String pointer) {
        return sent == null ? null : above(fields, sent, pointer);
    }

    public static CustomerText reason(Fields fields, @Nullable String sent) {
        return fields.words(sent, CustomerText.LONGEST, "/reason");
    }

    /** Refuses an amount in another currency than that of what it is for. */
    public static void check(@Nullable Money amount, CurrencyUnit currency) {
        check(amount, currency, AMOUNT);
    }

    public static void check(@Nullable Money amount, CurrencyUnit currency, String pointer) {
        if (amount != null && !amount.getCurrencyUnit().equals(currency)) {
            throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                    .withErrors(List.of(new Problem.Fault("currency-differs", pointer + "/currency"))));
        }
    }
}
