package feewright.jdbc.report;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.report.FirmFigures;
import feewright.report.FirmFigures.Counts;
import feewright.report.FirmFigures.InCurrency;
import feewright.report.FirmFigures.Invoices;
import feewright.report.PlatformFigures;
import java.sql.SQLException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** Read as the platform role, so without any table of content. */
public final class JdbcPlatformFigures implements PlatformFigures {

    private final Statements statements;

    public JdbcPlatformFigures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public FirmFigures of(FirmId firm, LocalDate today) {
        Counts counts = statements
                .row(
                        """
                        select
                            (select count(*) from client where firm_id = :firm) as clients,
                            (select count(*) from engagement where firm_id = :firm) as engagements,
                            (select count(*) from billing_failure where firm_id = :firm) as billing_failure,
                            (select count(*) from dispute_summary where firm_id = :firm and open) as disputes
                        """,
                        Parameters.of(firm),
                        row -> new Counts(
                                row.bigint("clients"),
                                row.bigint("engagements"),
                                row.bigint("billing_failure"),
                                row.bigint("disputes")))
                .orElseThrow();
        return new FirmFigures(
                counts,
                statements.rows("""
                    with invoiced as (
                        select
                            i.currency,
                            count(*) filter (where r.owed_minor > 0 and not o.overdue) as open,
                            count(*) filter (where o.overdue) as overdue,
                            count(*) filter (where r.owed_minor = 0 and v.entry_id is null) as settled,
                            count(v.entry_id) as voided,
                            coalesce(sum(i.total_minor) filter (where v.entry_id is null), 0)::bigint as invoiced,
                            sum(r.owed_minor)::bigint as owed
                        from invoice i
                        join receivable r on r.firm_id = :firm and r.invoice_id = i.invoice_id
                        left join journal_entry v
                            on v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided'
                        cross join lateral (
                            select
                                r.owed_minor > 0 and r.due_date < :today
                                    and r.owed_minor > coalesce((
                                        select max(a.rest_minor)
                                        from payment_attempt a
                                        where a.firm_id = :firm and a.invoice_id = r.invoice_id and a.rest_minor > 0), 0)
                                    as overdue
                        ) o
                        where i.firm_id = :firm
                        group by i.currency
                    ),
                    credit as (
                        select currency, sum(remaining_minor)::bigint as credit
                        from credit_balance
                        where firm_id = :firm
                        group by currency
                    )
                    select
                        coalesce(i.currency, c.currency) as currency, coalesce(open, 0) as open,
                        coalesce(overdue, 0) as overdue, coalesce(settled, 0) as settled, coalesce(voided, 0) as voided,
                        coalesce(invoiced, 0) as invoiced, coalesce(owed, 0) as owed, coalesce(credit, 0) as credit
                    from invoiced i
                    full join credit c on c.currency = i.currency
                    order by 1
                    """, Parameters.of(firm).date("today", today), JdbcPlatformFigures::inCurrency));
    }

    private static InCurrency inCurrency(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new InCurrency(
                new Invoices(row.bigint("open"), row.bigint("overdue"), row.bigint("settled"), row.bigint("voided")),
                row.money("invoiced", currency),
                row.money("owed", currency),
                row.money("credit", currency));
    }
}
