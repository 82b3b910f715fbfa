package feewright.jdbc.report;

import feewright.engagement.PricingMode;
import feewright.invoice.Category;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.report.Ageing;
import feewright.report.LedgerSums;
import feewright.report.Revenue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.CurrencyUnit;

public final class JdbcLedgerSums implements LedgerSums {

    private final Statements statements;

    public JdbcLedgerSums(Statements statements) {
        this.statements = statements;
    }

    /** What is open now, with the transfers booked after the day taken back. */
    @Override
    public List<Ageing.Row> ageing(FirmId firm, LocalDate asOf, int limit) {
        return statements.rows(
                """
                select
                    s.client_id, s.currency,
                    coalesce(sum(s.minor) filter (where s.overdue <= 0), 0)::bigint as not_due,
                    coalesce(sum(s.minor) filter (where s.overdue between 1 and 30), 0)::bigint as up_to_30,
                    coalesce(sum(s.minor) filter (where s.overdue between 31 and 60), 0)::bigint as up_to_60,
                    coalesce(sum(s.minor) filter (where s.overdue between 61 and 90), 0)::bigint as up_to_90,
                    coalesce(sum(s.minor) filter (where s.overdue > 90), 0)::bigint as over_90
                from (
                    select
                        o.client_id, o.currency,
                        case
                            when sum(o.minor) between 1 and coalesce((
                                select max(a.rest_minor)
                                from payment_attempt a
                                where a.firm_id = :firm and a.invoice_id = o.invoice_id and a.rest_minor > 0), 0)
                            then 0
                            else :as_of - o.due_date
                        end as overdue,
                        sum(o.minor) as minor
                    from (
                        select r.invoice_id, r.client_id, r.currency, r.due_date, r.owed_minor as minor
                        from receivable r
                        where r.firm_id = :firm and r.owed_minor > 0
                        union all
                        select
                            t.invoice_id, t.client_id, t.currency, r.due_date,
                            case when t.debit = 'receivable' then -t.amount_minor else t.amount_minor end
                        from transfer t
                        join receivable r on r.firm_id = :firm and r.invoice_id = t.invoice_id
                        where t.firm_id = :firm and t.booked_on > :as_of and t.invoice_id is not null
                    ) o
                    group by o.invoice_id, o.client_id, o.currency, o.due_date
                    having sum(o.minor) <> 0
                ) s
                group by s.client_id, s.currency
                order by s.client_id, s.currency
                limit :limit
                """,
                Parameters.of(firm).date("as_of", asOf).integer("limit", limit),
                row -> new Ageing.Row(new ClientId(row.uuid("client_id")), buckets(row, row.currency("currency"))));
    }

    private static Ageing.Buckets buckets(Row row, CurrencyUnit currency) throws SQLException {
        return new Ageing.Buckets(
                row.money("not_due", currency),
                row.money("up_to_30", currency),
                row.money("up_to_60", currency),
                row.money("up_to_90", currency),
                row.money("over_90", currency));
    }

    @Override
    public List<Revenue.Row> revenue(FirmId firm, RevenueFilter filter) {
        return statements.rows(
                """
                select
                    date_trunc('month', s.booked_on)::date as month, s.currency, s.category, s.pricing_mode,
                    coalesce(sum(s.minor) filter (where s.kind is null), 0)::bigint as issued,
                    coalesce(sum(s.minor) filter (where s.kind = 'invoice_voided'), 0)::bigint as voided,
                    coalesce(sum(s.minor) filter (where s.kind <> 'invoice_voided'), 0)::bigint as credited
                from (
                    select
                        t.booked_on, t.currency, i.pricing_mode, e.kind,
                        replace(case when t.credit = 'receivable' then t.debit else t.credit end, 'revenue_', '') as category,
                        case when t.credit = 'receivable' then -t.amount_minor else t.amount_minor end as minor
                    from transfer t
                    join invoice i on i.firm_id = :firm and i.invoice_id = t.invoice_id
                    left join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
                    where t.firm_id = :firm and t.booked_on >= :from and t.booked_on < :until
                        and (t.debit like 'revenue_%' or t.credit like 'revenue_%')
                        and (:client::uuid is null or t.client_id = :client)
                        and (:engagement::uuid is null or i.engagement_id = :engagement)
                ) s
                group by 1, 2, 3, 4
                order by 1, 2, 3, 4
                """,
                parameters(firm, filter),
                row -> new Revenue.Row(
                        YearMonth.from(row.date("month")),
                        row.constant(Category.class, "category"),
                        row.text("pricing_mode").equals("none")
                                ? null
                                : row.constant(PricingMode.class, "pricing_mode"),
                        sums(row, row.currency("currency"))));
    }

    @Override
    public List<Revenue.Documents> documents(FirmId firm, RevenueFilter filter) {
        return statements.rows(
                """
                select
                    s.currency, s.category, sum(s.issued)::bigint as issued, sum(s.voided)::bigint as voided,
                    sum(s.credited)::bigint as credited
                from (
                    select i.currency, i.client_id, i.engagement_id, c.category, c.minor as issued, 0 as voided, 0 as credited
                    from invoice i
                    cross join lateral (
                        values ('package', i.package_minor), ('hourly', i.hourly_minor), ('expense', i.expense_minor),
                            ('manual', i.manual_minor)
                    ) as c (category, minor)
                    where i.firm_id = :firm and i.issue_date >= :from and i.issue_date < :until
                    union all
                    select i.currency, i.client_id, i.engagement_id, c.category, 0, -c.minor, 0
                    from journal_entry v
                    join invoice i on i.firm_id = :firm and i.invoice_id = v.invoice_id
                    cross join lateral (
                        values ('package', i.package_minor), ('hourly', i.hourly_minor), ('expense', i.expense_minor),
                            ('manual', i.manual_minor)
                    ) as c (category, minor)
                    where v.firm_id = :firm and v.kind = 'invoice_voided' and v.booked_on >= :from and v.booked_on < :until
                    union all
                    select i.currency, i.client_id, i.engagement_id, l.category, 0, 0, -l.amount_minor
                    from journal_entry n
                    join invoice i on i.firm_id = :firm and i.invoice_id = n.invoice_id
                    join credit_note_line l on l.firm_id = :firm and l.entry_id = n.entry_id
                    where n.firm_id = :firm and n.kind = 'invoice_credited' and n.booked_on >= :from and n.booked_on < :until
                ) s
                where (:client::uuid is null or s.client_id = :client)
                    and (:engagement::uuid is null or s.engagement_id = :engagement)
                group by s.currency, s.category
                """,
                parameters(firm, filter),
                row -> new Revenue.Documents(
                        row.constant(Category.class, "category"), sums(row, row.currency("currency"))));
    }

    private static Parameters parameters(FirmId firm, RevenueFilter filter) {
        return Parameters.of(firm)
                .date("from", filter.days().from())
                .date("until", filter.days().until())
                .id("client", filter.client())
                .id("engagement", filter.engagement());
    }

    private static Revenue.Sums sums(Row row, CurrencyUnit currency) throws SQLException {
        return new Revenue.Sums(
                row.money("issued", currency), row.money("voided", currency), row.money("credited", currency));
    }
}
