package feewright.jdbc.invoice;

import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.invoice.BillingPosition;
import feewright.invoice.BillingPositions;
import feewright.jdbc.engagement.AgreementRow;
import feewright.jdbc.engagement.CursorRow;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.jdbc.time.TimeRow;
import feewright.platform.FirmId;
import feewright.time.ApprovedTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads positions in one round trip, through the partial index of open time: what is billed costs nothing any more. {@code offset
 * 0} keeps the planner from reading a firm's whole history at once where its statistics are old.
 */
public final class JdbcBillingPositions implements BillingPositions {

    private static final String READ = """
        select
            h.engagement_id, h.entry_id, h.version, h.person_id, h.worked_on, h.minutes, h.billable, h.client_approval,
            v.person_role, v.project_id, f.approved_by as firm_approved_by, f.approved_at as firm_approved_at,
            c.approved_by as client_approved_by, c.approved_at as client_approved_at
        from time_entry h
        cross join lateral (
            select v.person_role, v.project_id
            from time_entry_version v
            where v.firm_id = :firm and v.entry_id = h.entry_id and v.version = h.version
            offset 0
        ) v
        cross join lateral (
            select f.approved_by, f.approved_at
            from time_approval f
            where f.firm_id = :firm and f.entry_id = h.entry_id and f.version = h.version and f.side = 'firm'
            offset 0
        ) f
        left join lateral (
            select c.approved_by, c.approved_at
            from time_approval c
            where c.firm_id = :firm and c.entry_id = h.entry_id and c.version = h.version and c.side = 'client'
            offset 0
        ) c on true
        where h.firm_id = :firm and h.engagement_id = any(:ids) and h.open
        order by h.entry_id;

        select
            a.engagement_id, a.client_id, a.signing_method, a.document_hash, a.signed_at, a.recorded_by, a.recorded_at,
            a.terms_id, a.pricing_mode, a.currency, a.starts_on, a.ends_on, a.due_in_days, a.zone, a.client_approval,
            a.auto_issue, a.catch_up, a.credit_application, a.fee_minor, a.package_cadence, a.package_timing,
            a.package_anchor, a.package_proration, a.hourly_cadence, a.hourly_anchor, a.increment_minutes,
            a.increment_rounding, a.included_minutes, a.rollover_minutes, a.beyond_minor, a.cap_minor, a.cap_span,
            a.cap_beyond, a.minimum_minor, a.minimum_proration, a.rate_persons, a.rate_roles, a.rate_minors, a.rate_froms,
            a.ended_on, a.pause_days, a.resume_days, b.released, b.next_package_start,
            b.package_due_on,
            b.billed_on, b.hourly_due_on, b.hourly_use, b.minimum_from, b.adjustment_due_on,
            exists (
                select
                from period_claim p
                where p.firm_id = :firm and p.engagement_id = b.engagement_id and p.charge = 'package'
                    and p.period_start = coalesce(b.released[1], b.next_package_start)) as next_package_claimed
        from billing_cursor b
        join agreement a on a.firm_id = :firm and a.engagement_id = b.engagement_id and a.revision is null
        where b.firm_id = :firm and b.engagement_id = any(:ids)
        order by b.engagement_id
        """;

    private static final String LOCK_AND_READ = """
        select engagement_id
        from billing_cursor
        where firm_id = :firm and engagement_id = any(:ids)
        order by engagement_id
        for update;

        select
            h.engagement_id, h.entry_id, h.version, h.person_id, h.worked_on, h.minutes, h.billable, h.client_approval,
            v.person_role, v.project_id, f.approved_by as firm_approved_by, f.approved_at as firm_approved_at,
            c.approved_by as client_approved_by, c.approved_at as client_approved_at
        from time_entry h
        cross join lateral (
            select v.person_role, v.project_id
            from time_entry_version v
            where v.firm_id = :firm and v.entry_id = h.entry_id and v.version = h.version
            offset 0
        ) v
        cross join lateral (
            select f.approved_by, f.approved_at
            from time_approval f
            where f.firm_id = :firm and f.entry_id = h.entry_id and f.version = h.version and f.side = 'firm'
            offset 0
        ) f
        left join lateral (
            select c.approved_by, c.approved_at
            from time_approval c
            where c.firm_id = :firm and c.entry_id = h.entry_id and c.version = h.version and c.side = 'client'
            offset 0
        ) c on true
        where h.firm_id = :firm and h.engagement_id = any(:ids) and h.open
        order by h.entry_id;

        select
            a.engagement_id, a.client_id, a.signing_method, a.document_hash, a.signed_at, a.recorded_by, a.recorded_at,
            a.terms_id, a.pricing_mode, a.currency, a.starts_on, a.ends_on, a.due_in_days, a.zone, a.client_approval,
            a.auto_issue, a.catch_up, a.credit_application, a.fee_minor, a.package_cadence, a.package_timing,
            a.package_anchor, a.package_proration, a.hourly_cadence, a.hourly_anchor, a.increment_minutes,
            a.increment_rounding, a.included_minutes, a.rollover_minutes, a.beyond_minor, a.cap_minor, a.cap_span,
            a.cap_beyond, a.minimum_minor, a.minimum_proration, a.rate_persons, a.rate_roles, a.rate_minors, a.rate_froms,
            a.ended_on, a.pause_days, a.resume_days, b.released, b.next_package_start,
            b.package_due_on,
            b.billed_on, b.hourly_due_on, b.hourly_use, b.minimum_from, b.adjustment_due_on,
            exists (
                select
                from period_claim p
                where p.firm_id = :firm and p.engagement_id = b.engagement_id and p.charge = 'package'
                    and p.period_start = coalesce(b.released[1], b.next_package_start)) as next_package_claimed
        from billing_cursor b
        join agreement a on a.firm_id = :firm and a.engagement_id = b.engagement_id and a.revision is null
        where b.firm_id = :firm and b.engagement_id = any(:ids)
        order by b.engagement_id
        """;

    private final Statements statements;

    public JdbcBillingPositions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<BillingPosition> read(FirmId firm, EngagementId engagement) {
        return positions(firm, List.of(engagement), false).stream().findFirst();
    }

    @Override
    public List<BillingPosition> readAll(FirmId firm, Collection<EngagementId> engagements) {
        return positions(firm, engagements, false);
    }

    @Override
    public List<BillingPosition> lock(FirmId firm, Collection<EngagementId> engagements) {
        return positions(firm, engagements, true);
    }

    /** The first query only locks; the others begin after it has waited, and so see what was committed meanwhile. */
    private List<BillingPosition> positions(FirmId firm, Collection<EngagementId> engagements, boolean locking) {
        Map<UUID, List<ApprovedTime>> open = new HashMap<>();
        List<BillingPosition> positions = new ArrayList<>();
        Row.Reader<?> lock = row -> row.uuid("engagement_id");
        Row.Reader<?> time = row -> open.computeIfAbsent(row.uuid("engagement_id"), _ -> new ArrayList<>())
                .add(TimeRow.approved(firm, row));
        Row.Reader<?> position = row -> {
            SignedEngagement engagement = AgreementRow.signed(firm, row);
            return positions.add(new BillingPosition(
                    engagement,
                    CursorRow.read(row),
                    row.flag("next_package_claimed"),
                    open.getOrDefault(engagement.id().value(), List.of())));
        };
        Parameters parameters = Parameters.of(firm)
                .uuids("ids", engagements.stream().map(EngagementId::value).toList());
        if (locking) {
            statements.results(LOCK_AND_READ, parameters, List.of(lock, time, position));
        } else {
            statements.results(READ, parameters, List.of(time, position));
        }
        return positions;
    }
}
