package feewright.jdbc.run;

import feewright.engagement.EngagementId;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.rule.DecisionId;
import feewright.run.BillingRuns.After;
import feewright.run.RunItem;
import feewright.run.RunItem.Evidence;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of billing_run_item. */
final class RunItemRow {

    private RunItemRow() {}

    static Parameters put(Parameters parameters, List<RunItem> items) {
        return parameters
                .rows(items)
                .uuid("engagements", item -> item.engagement().value())
                .date("billings", RunItem::billing)
                .text("outcomes", item -> item.outcome().code())
                .uuid("invoices", item -> invoice(item.evidence()))
                .uuid("decisions", item -> decision(item.evidence().decision()))
                .lists("codes", item -> item.evidence().codes())
                .text("currencies", item -> currency(item.amount()))
                .bigint("amounts", item -> minor(item.amount()))
                .parameters();
    }

    static Parameters after(Parameters parameters, @Nullable After after) {
        return parameters
                .uuid("after", after == null ? null : after.engagement().value())
                .date("after_billing", after == null ? null : after.billing())
                .text("after_outcome", after == null ? null : after.outcome().code());
    }

    static RunItem read(Row row) throws SQLException {
        UUID invoice = row.maybeUuid("invoice_id");
        return new RunItem(
                new EngagementId(row.uuid("engagement_id")),
                row.date("billing_date"),
                row.constant(RunItem.Outcome.class, "outcome"),
                new Evidence(invoice == null ? null : new InvoiceId(invoice), decision(row), row.texts("codes")),
                row.maybeText("currency") == null ? null : row.money("amount_minor", row.currency("currency")));
    }

    static @Nullable DecisionId decision(Row row) throws SQLException {
        UUID decision = row.maybeUuid("decision_id");
        return decision == null ? null : new DecisionId(decision);
    }

    static @Nullable UUID decision(@Nullable DecisionId decision) {
        return decision == null ? null : decision.value();
    }

    private static @Nullable UUID invoice(Evidence evidence) {
        InvoiceId invoice = evidence.invoice();
        return invoice == null ? null : invoice.value();
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrencyUnit().getCode();
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.getAmountMinorLong();
    }
}
