package feewright.jdbc.credit;

import feewright.credit.CreditPayableInvoices;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Finds what credit pays by itself through the indexes of what is owed and of what is left of credit. */
public final class JdbcCreditPayableInvoices implements CreditPayableInvoices {

    /** An invoice {@code i} that owes something, with its receivable {@code r} and its terms {@code t}, and credit that it may take. */
    private static final String TAKES_CREDIT = """
        r.owed_minor > 0 and t.credit_application = 'automatic' and exists (
            select
            from credit_balance b
            join credit_grant g on g.firm_id = :firm and g.grant_id = b.grant_id
            where b.firm_id = :firm and b.client_id = r.client_id and b.remaining_minor > 0 and b.currency = r.currency
                and (b.expires_on is null or b.expires_on > :today)
                and (g.engagement_id is null or g.engagement_id = i.engagement_id))
        """;

    private final Statements statements;

    public JdbcCreditPayableInvoices(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<InvoiceId> ofClient(FirmId firm, ClientId client, LocalDate today) {
        return statements.rows(
                """
                    select r.invoice_id
                    from receivable r
                    join invoice i on i.firm_id = :firm and i.invoice_id = r.invoice_id
                    join terms t on t.firm_id = :firm and t.terms_id = i.terms_id
                    where r.firm_id = :firm and r.client_id = :client and
                    """ + TAKES_CREDIT + "order by r.due_date, r.invoice_id",
                Parameters.of(firm).id("client", client).date("today", today),
                row -> new InvoiceId(row.uuid("invoice_id")));
    }

    @Override
    public List<InvoiceId> among(FirmId firm, Collection<InvoiceId> invoices, LocalDate today) {
        return statements.rows(
                """
                    select r.invoice_id
                    from receivable r
                    join invoice i on i.firm_id = :firm and i.invoice_id = r.invoice_id
                    join terms t on t.firm_id = :firm and t.terms_id = i.terms_id
                    where r.firm_id = :firm and r.invoice_id = any(:invoices) and
                    """ + TAKES_CREDIT + "order by r.invoice_id",
                Parameters.of(firm)
                        .uuids(
                                "invoices",
                                invoices.stream().map(InvoiceId::value).toList())
                        .date("today", today),
                row -> new InvoiceId(row.uuid("invoice_id")));
    }

    @Override
    public boolean isCollected(FirmId firm, InvoiceId invoice) {
        return statements
                .row("""
                    select attempt_id
                    from live_payment_attempt
                    where firm_id = :firm and invoice_id = :invoice
                    """, Parameters.of(firm).id("invoice", invoice), row -> row.uuid("attempt_id"))
                .isPresent();
    }
}
