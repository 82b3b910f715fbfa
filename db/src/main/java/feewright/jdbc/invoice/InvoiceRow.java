package feewright.jdbc.invoice;

import feewright.engagement.EngagementId;
import feewright.engagement.TermsId;
import feewright.invoice.Dates;
import feewright.invoice.Fingerprint;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.Totals;
import feewright.jdbc.sql.Row;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import feewright.rule.PackHash;
import java.sql.SQLException;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A row of invoice. */
public final class InvoiceRow {

    private InvoiceRow() {}

    public static Invoice.Head read(FirmId firm, Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new Invoice.Head(
                new InvoiceId(row.uuid("invoice_id")),
                new InvoiceNumber(row.text("series"), row.bigint("number")),
                parties(firm, row),
                new Dates(row.date("billing_date"), row.date("issue_date"), row.date("due_date")),
                currency,
                new Totals(
                        row.money("package_minor", currency),
                        row.money("hourly_minor", currency),
                        row.money("expense_minor", currency),
                        row.money("manual_minor", currency)),
                new Invoice.Provenance(
                        new PackHash(row.text("pack_hash")),
                        new DecisionId(row.uuid("decision_id")),
                        new Fingerprint(row.text("fingerprint")),
                        new PersonId(row.uuid("issued_by")),
                        row.instant("issued_at"),
                        row.flag("overridden")));
    }

    private static Invoice.Parties parties(FirmId firm, Row row) throws SQLException {
        UUID engagement = row.maybeUuid("engagement_id");
        UUID terms = row.maybeUuid("terms_id");
        return new Invoice.Parties(
                firm,
                new ClientId(row.uuid("client_id")),
                engagement == null ? null : new EngagementId(engagement),
                terms == null ? null : new TermsId(terms));
    }

    static @Nullable UUID engagement(Invoice.Head head) {
        EngagementId engagement = head.parties().engagement();
        return engagement == null ? null : engagement.value();
    }

    static @Nullable UUID terms(Invoice.Head head) {
        TermsId terms = head.parties().terms();
        return terms == null ? null : terms.value();
    }
}
