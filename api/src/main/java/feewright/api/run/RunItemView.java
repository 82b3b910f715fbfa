package feewright.api.run;

import feewright.api.json.MoneyJson;
import feewright.invoice.InvoiceId;
import feewright.rule.DecisionId;
import feewright.run.RunItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a run did with the dues that one engagement had on one day. */
record RunItemView(
        UUID engagementId,
        LocalDate billingDate,
        String outcome,
        @Nullable UUID invoiceId,
        @Nullable UUID decisionId,
        List<String> codes,
        @Nullable MoneyJson amount) {

    static RunItemView of(RunItem item) {
        InvoiceId invoice = item.evidence().invoice();
        DecisionId decision = item.evidence().decision();
        Money amount = item.amount();
        return new RunItemView(
                item.engagement().value(),
                item.billing(),
                item.outcome().code(),
                invoice == null ? null : invoice.value(),
                decision == null ? null : decision.value(),
                item.evidence().codes(),
                amount == null ? null : MoneyJson.of(amount));
    }
}
