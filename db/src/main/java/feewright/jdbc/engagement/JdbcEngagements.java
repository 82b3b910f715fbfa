package feewright.jdbc.engagement;

import feewright.engagement.BillingCursor;
import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class JdbcEngagements implements Engagements {

    private final Statements statements;

    public JdbcEngagements(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(DraftEngagement draft) {
        new TermsRows(draft.firm(), draft.terms()).insert(statements);
        statements.change(
                """
                insert into engagement_draft (firm_id, engagement_id, client_id, terms_id, revision)
                values (:firm, :engagement, :client, :terms, :revision)
                """, parameters(draft).uuid("client", draft.client().value()).integer("revision", draft.revision()));
    }

    /** The revision goes first: whoever moves it has the draft for itself. */
    @Override
    public void revise(DraftEngagement draft) {
        changed(statements.change("""
            update engagement_draft
            set revision = :revision
            where firm_id = :firm and engagement_id = :engagement and revision = :revision - 1
            """, parameters(draft).integer("revision", draft.revision())));
        new TermsRows(draft.firm(), draft.terms()).insert(statements);
        statements.change("""
            update engagement_draft
            set terms_id = :terms
            where firm_id = :firm and engagement_id = :engagement
            """, parameters(draft));
    }

    /** What later keys must agree with is copied from the very terms that the draft pointed at. */
    @Override
    public void sign(SignedEngagement engagement, int draftRevision) {
        BillingCursor cursor = BillingCursor.atStart(engagement.terms());
        int signed = statements.change(
                """
                with draft as (
                    delete from engagement_draft
                    where firm_id = :firm and engagement_id = :engagement and revision = :revision and terms_id = :terms
                    returning engagement_id, client_id, terms_id
                ), signed as (
                    insert into engagement (
                        firm_id, engagement_id, client_id, terms_id, pricing_mode, currency, starts_on, ends_on,
                        client_approval, signing_method, document_hash, signed_at, recorded_by, recorded_at)
                    select
                        :firm, d.engagement_id, d.client_id, d.terms_id, t.pricing_mode, t.currency, t.starts_on, t.ends_on,
                        t.client_approval, :method, :document_hash, :signed_at, :recorded_by, :recorded_at
                    from draft d
                    join terms t on t.firm_id = :firm and t.terms_id = d.terms_id
                    returning engagement_id, terms_id
                )
                insert into billing_cursor (
                    firm_id, engagement_id, zone, automatic, next_package_start, package_due_on, hourly_due_on, minimum_from,
                    adjustment_due_on)
                select
                    :firm, s.engagement_id, t.zone, t.auto_issue, :next_package_start, :package_due_on, :hourly_due_on,
                    :minimum_from, :adjustment_due_on
                from signed s
                join terms t on t.firm_id = :firm and t.terms_id = s.terms_id
                """,
                parameters(engagement)
                        .integer("revision", draftRevision)
                        .text("method", engagement.signature().method().code())
                        .text("document_hash", engagement.signature().documentHash())
                        .instant("signed_at", engagement.signature().signedAt())
                        .uuid("recorded_by", engagement.signature().recordedBy().value())
                        .instant("recorded_at", engagement.signature().recordedAt())
                        .date("next_package_start", cursor.following())
                        .date("package_due_on", cursor.packageDueOn())
                        .date("hourly_due_on", cursor.hourlyDueOn())
                        .date("minimum_from", cursor.use().minimumFrom())
                        .date("adjustment_due_on", cursor.use().dueOn()));
        changed(signed);
    }

    private static void changed(int count) {
        if (count != 1) {
            throw new ConcurrentChange("draft-changed");
        }
    }

    private static Parameters parameters(Engagement engagement) {
        return Parameters.of(engagement.firm())
                .uuid("engagement", engagement.id().value())
                .uuid("terms", engagement.terms().id().value());
    }

    @Override
    public Optional<Engagement> find(FirmId firm, EngagementId engagement) {
        return of(firm, List.of(engagement.value())).stream().findFirst();
    }

    @Override
    public List<Engagement> page(FirmId firm, EngagementFilter filter, int limit) {
        ClientId client = filter.client();
        List<UUID> page = statements.rows(
                """
                select engagement_id
                from (
                    select engagement_id, client_id, false as signed
                    from engagement_draft
                    where firm_id = :firm
                    union all
                    select engagement_id, client_id, true
                    from engagement
                    where firm_id = :firm
                ) a
                where engagement_id < :before
                    and (:client::uuid is null or client_id = :client)
                    and (:signed::boolean is null or signed = :signed)
                order by engagement_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .uuid("client", client == null ? null : client.value())
                        .flag("signed", filter.signed())
                        .integer("limit", limit),
                row -> row.uuid("engagement_id"));
        return of(firm, page);
    }

    private List<Engagement> of(FirmId firm, Collection<UUID> ids) {
        return statements.rows("""
            select
                engagement_id, client_id, revision, signing_method, document_hash, signed_at, recorded_by, recorded_at,
                terms_id, pricing_mode, currency, starts_on, ends_on, due_in_days, zone, client_approval, auto_issue,
                catch_up, credit_application, fee_minor, package_cadence, package_timing, package_anchor,
                package_proration, hourly_cadence, hourly_anchor, increment_minutes, increment_rounding,
                included_minutes, rollover_minutes, beyond_minor, cap_minor, cap_span, cap_beyond, minimum_minor,
                minimum_proration,
                rate_persons, rate_roles, rate_minors, rate_froms, ended_on, pause_days, resume_days
            from agreement
            where firm_id = :firm and engagement_id = any(:ids)
            order by engagement_id desc
            """, Parameters.of(firm).uuids("ids", ids), row -> AgreementRow.read(firm, row));
    }
}
