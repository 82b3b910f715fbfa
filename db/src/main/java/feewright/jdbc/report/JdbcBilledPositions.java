package feewright.jdbc.report;

import feewright.engagement.EngagementId;
import feewright.jdbc.engagement.AgreementRow;
import feewright.jdbc.engagement.BilledDaysText;
import feewright.jdbc.engagement.CursorRow;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.report.BilledPosition;
import feewright.report.BilledPositions;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class JdbcBilledPositions implements BilledPositions {

    private final Statements statements;

    public JdbcBilledPositions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<BilledPosition> next(FirmId firm, @Nullable EngagementId after, int limit) {
        return statements.rows(
                """
                    select
                        a.engagement_id, a.client_id, a.signing_method, a.document_hash, a.signed_at, a.recorded_by,
                        a.recorded_at, a.terms_id, a.pricing_mode, a.currency, a.starts_on, a.ends_on, a.due_in_days, a.zone,
                        a.client_approval, a.auto_issue, a.catch_up, a.credit_application, a.fee_minor, a.package_cadence,
                        a.package_timing, a.package_anchor, a.package_proration, a.hourly_cadence, a.hourly_anchor,
                        a.increment_minutes, a.increment_rounding, a.included_minutes, a.rollover_minutes, a.beyond_minor,
                        a.cap_minor, a.cap_span, a.cap_beyond, a.minimum_minor, a.minimum_proration,
                        a.rate_persons, a.rate_roles, a.rate_minors, a.rate_froms,
                        a.ended_on, a.pause_days, a.resume_days,
                        c.released, c.next_package_start, c.package_due_on, c.billed_on, c.hourly_due_on,
                        c.hourly_use, c.minimum_from, c.adjustment_due_on, c.zone as cursor_zone, c.automatic as cursor_automatic,
                        case when num_nonnulls(a.included_minutes, a.cap_minor, a.minimum_minor) > 0 then concat_ws(
                            e'\\n',
                            (
                                select string_agg(
                                    case
                                        when l.adjustment = 'minimum' then concat_ws(' ', 'minimum', l.period_start, u.minor)
                                        when l.adjustment = 'cap' then
                                            concat_ws(' ', 'cap', coalesce(l.period_start, a.starts_on), -u.minor)
                                        else concat_ws(
                                            e'\\n', concat_ws(' ', 'worth', t.day, u.minor),
                                            'included ' || l.period_start || ' ' || u.minutes)
                                    end, e'\\n')
                                from invoice i
                                join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'hourly'
                                cross join lateral (
                                    select l.amount_minor as minor, l.included_minutes as minutes
                                    union all
                                    select -n.amount_minor, -n.minutes
                                    from credit_note_line n
                                    where n.firm_id = :firm and n.invoice_id = l.invoice_id and n.line_no = l.line_no and n.released
                                ) u
                                left join lateral (
                                    select min(t.worked_on) as day
                                    from invoice_line_time t
                                    where t.firm_id = :firm and t.invoice_id = l.invoice_id and t.line_no = coalesce(l.of_line, l.line_no)
                                ) t on true
                                where i.firm_id = :firm and i.engagement_id = e.engagement_id
                                    and not exists (
                                        select
                                        from journal_entry v
                                        where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided')
                            ),
                            case when a.included_minutes is not null then (
                                select string_agg(distinct 'skipped ' || s.billing_date || ' 1', e'\\n')
                                from billing_run_item s
                                join billing_run r on r.firm_id = :firm and r.run_id = s.run_id and not r.dry_run
                                where s.firm_id = :firm and s.engagement_id = e.engagement_id and s.outcome = 'skipped') end,
                            case when a.included_minutes is not null then (
                                select string_agg(distinct 'credited ' || l.period_start || ' 1', e'\\n')
                                from invoice i
                                join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
                                where i.firm_id = :firm and i.engagement_id = e.engagement_id
                                    and l.amount_minor = (
                                        select sum(n.amount_minor)
                                        from credit_note_line n
                                        where n.firm_id = :firm and n.invoice_id = l.invoice_id and n.line_no = l.line_no)) end) end as used,
                        (
                            select string_agg(concat_ws(' ', l.period_start, l.period_end, p.period_end), e'\\n')
                            from invoice i
                            join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
                            left join period_claim p on p.firm_id = :firm and p.engagement_id = i.engagement_id
                                and p.charge = 'package' and p.period_start = l.period_start and p.invoice_id = l.invoice_id
                            where i.firm_id = :firm and i.engagement_id = e.engagement_id) as billed,
                        (
                            select max(i.billing_date)
                            from invoice i
                            where i.firm_id = :firm and i.engagement_id = e.engagement_id
                                and not exists (
                                    select
                                    from journal_entry v
                                    where v.firm_id = :firm and v.invoice_id = i.invoice_id
                                        and v.kind = 'invoice_voided')) as latest
                    from (
                        select e.engagement_id
                        from engagement e
                        where e.firm_id = :firm and (:after::uuid is null or e.engagement_id > :after)
                        order by e.engagement_id
                        limit :limit
                    ) e
                    join agreement a on a.firm_id = :firm and a.engagement_id = e.engagement_id and a.revision is null
                    left join billing_cursor c on c.firm_id = :firm and c.engagement_id = e.engagement_id
                    order by e.engagement_id
                """,
                Parameters.of(firm).id("after", after).integer("limit", limit),
                row -> new BilledPosition(
                        AgreementRow.signed(firm, row),
                        kept(row),
                        BilledDaysText.read(row.maybeText("billed")),
                        row.maybeDate("latest"),
                        CursorRow.used(row.maybeText("used"))));
    }

    private static BilledPosition.@Nullable Kept kept(Row row) throws SQLException {
        String zone = row.maybeText("cursor_zone");
        return zone == null
                ? null
                : new BilledPosition.Kept(CursorRow.read(row), ZoneId.of(zone), row.flag("cursor_automatic"));
    }
}
