package feewright.jdbc.whatif;

import feewright.engagement.BilledDays;
import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.invoice.Invoice;
import feewright.jdbc.engagement.AgreementRow;
import feewright.jdbc.engagement.CursorRow;
import feewright.jdbc.invoice.InvoiceRow;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.jdbc.time.TimeRow;
import feewright.platform.FirmId;
import feewright.time.ApprovedTime;
import feewright.whatif.ComparisonScope;
import feewright.whatif.PastInvoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came before an invoice: other invoices by their number, and all else by its decision, whose id grows with time. The present of a
 * test firm, by which facts are dated, may stand still.
 */
public final class JdbcPastInvoices implements PastInvoices {

    private final Statements statements;

    public JdbcPastInvoices(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<Invoice.Head> next(FirmId firm, ComparisonScope question, @Nullable Place after, int limit) {
        EngagementId engagement = question.engagement();
        return statements.rows(
                """
                select
                    invoice_id, series, number, client_id, engagement_id, terms_id, currency, billing_date, issue_date,
                    due_date, package_minor, hourly_minor, expense_minor, manual_minor, pack_hash, decision_id, fingerprint, issued_by,
                    issued_at, overridden
                from invoice
                where firm_id = :firm
                    and (:after::uuid is null or (issue_date, invoice_id) > (:after_day, :after))
                    and (:engagement::uuid is null or engagement_id = :engagement)
                    and (:from::date is null or issue_date >= :from)
                    and (:until::date is null or issue_date < :until)
                order by issue_date, invoice_id
                limit :limit
                """,
                Parameters.of(firm)
                        .date("after_day", after == null ? null : after.issuedOn())
                        .id("after", after == null ? null : after.invoice())
                        .id("engagement", engagement)
                        .date("from", question.from())
                        .date("until", question.until())
                        .integer("limit", limit),
                row -> InvoiceRow.read(firm, row));
    }

    @Override
    public Optional<SignedEngagement> engagement(Invoice.Head head) {
        FirmId firm = head.parties().firm();
        return statements.row("""
            select
                a.engagement_id, a.client_id, a.signing_method, a.document_hash, a.signed_at, a.recorded_by, a.recorded_at,
                a.terms_id, a.pricing_mode, a.currency, a.starts_on, a.ends_on, a.due_in_days, a.zone, a.client_approval,
                a.auto_issue, a.catch_up, a.credit_application, a.fee_minor, a.package_cadence, a.package_timing,
                a.package_anchor, a.package_proration, a.hourly_cadence, a.hourly_anchor, a.increment_minutes,
                a.increment_rounding, a.included_minutes, a.rollover_minutes, a.beyond_minor, a.cap_minor, a.cap_span,
                a.cap_beyond, a.minimum_minor, a.minimum_proration, a.rate_persons, a.rate_roles, a.rate_minors, a.rate_froms,
                e.ended_on, p.pause_days, p.resume_days
            from agreement a
            left join engagement_ending e
                on e.firm_id = :firm and e.engagement_id = :engagement and e.decision_id < :decision
            cross join lateral (
                select
                    array_agg(p.first_day order by p.pause_no) as pause_days,
                    array_agg(r.resumed_on order by p.pause_no) as resume_days
                from engagement_pause p
                left join engagement_resumption r
                    on r.firm_id = :firm and r.engagement_id = :engagement and r.pause_no = p.pause_no
                        and r.decision_id < :decision
                where p.firm_id = :firm and p.engagement_id = :engagement and p.decision_id < :decision
            ) p
            where a.firm_id = :firm and a.engagement_id = :engagement and a.revision is null
            """, before(head), row -> AgreementRow.signed(firm, row));
    }

    @Override
    public List<ApprovedTime> time(Invoice.Head head) {
        FirmId firm = head.parties().firm();
        return statements.rows("""
            select
                v.entry_id, v.version, v.engagement_id, v.person_id, v.worked_on, v.minutes, v.billable, v.client_approval,
                v.person_role, v.project_id, f.approved_by as firm_approved_by, f.approved_at as firm_approved_at,
                c.approved_by as client_approved_by, c.approved_at as client_approved_at
            from invoice_line_time t
            join time_entry_version v on v.firm_id = :firm and v.entry_id = t.entry_id and v.version = t.version
            join time_approval f
                on f.firm_id = :firm and f.entry_id = t.entry_id and f.version = t.version and f.side = 'firm'
            left join time_approval c
                on c.firm_id = :firm and c.entry_id = t.entry_id and c.version = t.version and c.side = 'client'
            where t.firm_id = :firm and t.invoice_id = :invoice
            order by t.entry_id
            """, before(head), row -> TimeRow.approved(firm, row));
    }

    @Override
    public List<BilledDays> billed(Invoice.Head head) {
        return statements.rows(
                """
                select
                    l.period_start, l.period_end,
                    case when v.entry_id is null and coalesce(c.day > l.period_start, true) then
                        least(l.period_end, c.day) end as until
                from invoice i
                join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
                left join journal_entry v on v.firm_id = :firm and v.invoice_id = i.invoice_id
                    and v.kind = 'invoice_voided' and v.decision_id < :decision
                cross join lateral (
                    select min(c.day) as day
                    from (
                        select e.ended_on as day
                        from engagement_ending e
                        where e.firm_id = :firm and e.engagement_id = :engagement
                            and e.decision_id > i.decision_id and e.decision_id < :decision
                        union all
                        select p.first_day
                        from engagement_pause p
                        where p.firm_id = :firm and p.engagement_id = :engagement and l.proration = 'by_day'
                            and p.decision_id > i.decision_id and p.decision_id < :decision
                    ) c
                ) c
                where i.firm_id = :firm and i.engagement_id = :engagement and i.series = :series and i.number < :number
                order by l.period_start, i.number
                """,
                before(head),
                row -> new BilledDays(row.date("period_start"), row.date("period_end"), row.maybeDate("until")));
    }

    @Override
    public Map<HourlyUse.Key, Long> used(Invoice.Head head) {
        return statements
                .row("""
                    select concat_ws(
                        e'\\n',
                        (
                            select string_agg(
                                case
                                    when l.adjustment = 'minimum' then concat_ws(' ', 'minimum', l.period_start, u.minor)
                                    when l.adjustment = 'cap' then
                                        concat_ws(' ', 'cap', coalesce(l.period_start, e.starts_on), -u.minor)
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
                                    and n.entry_id in (
                                        select v.entry_id
                                        from journal_entry v
                                        where v.firm_id = :firm and v.invoice_id = l.invoice_id
                                        and v.kind = 'invoice_credited' and v.decision_id < :decision)
                            ) u
                            left join lateral (
                                select min(t.worked_on) as day
                                from invoice_line_time t
                                where t.firm_id = :firm and t.invoice_id = l.invoice_id and t.line_no = coalesce(l.of_line, l.line_no)
                            ) t on true
                            where i.firm_id = :firm and i.engagement_id = e.engagement_id
                                and i.series = :series and i.number < :number
                                and not exists (
                                    select
                                    from journal_entry v
                                    where v.firm_id = :firm and v.invoice_id = i.invoice_id
                                        and v.kind = 'invoice_voided' and v.decision_id < :decision)
                        ),
                        (
                            select string_agg(distinct 'skipped ' || s.billing_date || ' 1', e'\\n')
                            from billing_run_item s
                            join billing_run r on r.firm_id = :firm and r.run_id = s.run_id and not r.dry_run
                            where s.firm_id = :firm and s.engagement_id = e.engagement_id and s.outcome = 'skipped'
                                and s.billing_date < :billing
                        ),
                        (
                            select string_agg(distinct 'credited ' || l.period_start || ' 1', e'\\n')
                            from invoice i
                            join invoice_line l on l.firm_id = :firm and l.invoice_id = i.invoice_id and l.category = 'package'
                            where i.firm_id = :firm and i.engagement_id = e.engagement_id
                                and l.amount_minor = (
                                    select sum(n.amount_minor)
                                    from credit_note_line n
                                    join journal_entry v on v.firm_id = :firm and v.entry_id = n.entry_id and v.decision_id < :decision
                                    where n.firm_id = :firm and n.invoice_id = l.invoice_id and n.line_no = l.line_no))) as used
                    from engagement e
                    where e.firm_id = :firm and e.engagement_id = :engagement
                    """, before(head), row -> CursorRow.used(row.maybeText("used")))
                .orElseGet(Map::of);
    }

    private static Parameters before(Invoice.Head head) {
        return Parameters.of(head.parties().firm())
                .id("invoice", head.id())
                .id("engagement", head.parties().engagement())
                .text("series", head.number().series())
                .bigint("number", head.number().sequence())
                .date("billing", head.dates().billing())
                .id("decision", head.provenance().decision());
    }
}
