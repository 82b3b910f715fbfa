package feewright.api.money;

import feewright.api.json.MoneyJson;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.firm.Content;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and reasons as they are sent. Money only moves in amounts above zero. */
final class AmountJson {

    static final String AMOUNT = "/amount";

    private AmountJson() {}

    /** The amount; a stand-in and a fault where it is missing or not above zero. */
    static Money above(Fields fields, @Nullable MoneyJson sent, String pointer) {
        Money amount = fields.amount(sent, pointer);
        if (amount.isNegative()) {
            fields.fault("amount-not-above-zero", pointer + AMOUNT);
            return Money.zero(amount.getCurrencyUnit());
        }
        return amount;
    }

    /** The amount, or null for none. */
    static @Nullable Money maybe(Fields fields, @Nullable MoneyJson sent, String pointer) {
        return sent == null ? null : above(fields, sent, pointer);
    }

    static Content reason(Fields fields, @Nullable String sent) {
        return fields.words(sent, Content.LONGEST, "/reason");
    }

    /** Refuses an amount in another currency than that of what it is for. */
    static void check(@Nullable Money amount, CurrencyUnit currency) {
        check(amount, currency, AMOUNT);
    }

    static void check(@Nullable Money amount, CurrencyUnit currency, String pointer) {
        if (amount != null && !amount.getCurrencyUnit().equals(currency)) {
            throw new Refused(Problem.of(ProblemCode.INVALID_FIELDS)
                    .withErrors(List.of(new Problem.Fault("currency-differs", pointer + "/currency"))));
        }
    }
}
