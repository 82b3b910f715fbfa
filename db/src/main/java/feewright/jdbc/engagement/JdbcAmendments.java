package feewright.jdbc.engagement;

import feewright.engagement.Amendments;
import feewright.engagement.BillingCursor;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.Pause;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Succession;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.util.List;

/** Adds facts to what was signed, and moves the cursor with them. */
public final class JdbcAmendments implements Amendments {

    private final Statements statements;

    public JdbcAmendments(Statements statements) {
        this.statements = statements;
    }

    /** The end of the term is the end of its last hourly period, so nothing is due later. */
    @Override
    public void end(SignedEngagement ended, EndingReason reason, Recorded recorded, BillingCursor cursor) {
        statements.changes(
                """
                insert into engagement_ending (
                    firm_id, engagement_id, client_id, starts_on, ended_on, reason, decision_id, recorded_by, recorded_at)
                values (
                    :firm, :engagement, :client, :starts_on, :ended_on, :reason, :decision, :recorded_by, :recorded_at);
                update time_entry
                set due_on = :ended_on
                where firm_id = :firm and engagement_id = :engagement and due_on > :ended_on
                """,
                of(ended, recorded).date("ended_on", ended.course().endedOn()).text("reason", reason.code()));
        CursorRow.write(statements, ended.firm(), ended.id(), cursor);
    }

    @Override
    public void pause(SignedEngagement paused, Recorded recorded, BillingCursor cursor) {
        statements.change("""
            insert into engagement_pause (
                firm_id, engagement_id, pause_no, client_id, starts_on, first_day, decision_id, recorded_by, recorded_at)
            values (
                :firm, :engagement, :pause_no, :client, :starts_on, :first_day, :decision, :recorded_by, :recorded_at)
            """, pauseOf(paused, recorded));
        CursorRow.write(statements, paused.firm(), paused.id(), cursor);
    }

    @Override
    public void resume(SignedEngagement resumed, Recorded recorded, BillingCursor cursor) {
        statements.change("""
            insert into engagement_resumption (
                firm_id, engagement_id, pause_no, first_day, resumed_on, decision_id, recorded_by, recorded_at)
            values (
                :firm, :engagement, :pause_no, :first_day, :resumed_on, :decision, :recorded_by, :recorded_at)
            """, pauseOf(resumed, recorded));
        CursorRow.write(statements, resumed.firm(), resumed.id(), cursor);
    }

    /** The row of the one that is renewed gives its first day, which the key of the new row has to agree with. */
    @Override
    public void renew(SignedEngagement successor, Succession succession, Recorded recorded) {
        statements.change(
                """
                insert into engagement_renewal (
                    firm_id, engagement_id, client_id, starts_on, successor_id, version, handed_over_on, decision_id,
                    recorded_by, recorded_at)
                select
                    :firm, e.engagement_id, e.client_id, e.starts_on, :engagement, :version, :handed_over_on, :decision,
                    :recorded_by, :recorded_at
                from engagement e
                where e.firm_id = :firm and e.engagement_id = :renews
                """,
                of(successor, recorded)
                        .id("renews", succession.renews())
                        .integer("version", succession.version())
                        .date("handed_over_on", succession.handedOverOn()));
    }

    @Override
    public List<Succession> chain(FirmId firm, EngagementId engagement) {
        return statements.rows(
                """
                with recursive before as (
                    select engagement_id, successor_id, version, handed_over_on
                    from engagement_renewal
                    where firm_id = :firm and successor_id = :engagement
                    union all
                    select r.engagement_id, r.successor_id, r.version, r.handed_over_on
                    from before b
                    join engagement_renewal r on r.firm_id = :firm and r.successor_id = b.engagement_id
                ),
                following as (
                    select engagement_id, successor_id, version, handed_over_on
                    from engagement_renewal
                    where firm_id = :firm and engagement_id = :engagement
                    union all
                    select r.engagement_id, r.successor_id, r.version, r.handed_over_on
                    from following f
                    join engagement_renewal r on r.firm_id = :firm and r.engagement_id = f.successor_id
                )
                select engagement_id, successor_id, version, handed_over_on
                from before
                union all
                select engagement_id, successor_id, version, handed_over_on
                from following
                order by version
                """,
                Parameters.of(firm).id("engagement", engagement),
                row -> new Succession(
                        new EngagementId(row.uuid("engagement_id")),
                        new EngagementId(row.uuid("successor_id")),
                        row.integer("version"),
                        row.date("handed_over_on")));
    }

    private static Parameters pauseOf(SignedEngagement engagement, Recorded recorded) {
        List<Pause> pauses = engagement.course().pauses();
        return of(engagement, recorded)
                .integer("pause_no", pauses.size())
                .date("first_day", pauses.getLast().firstDay())
                .date("resumed_on", pauses.getLast().resumedOn());
    }

    private static Parameters of(SignedEngagement engagement, Recorded recorded) {
        return Parameters.of(engagement.firm())
                .id("engagement", engagement.id())
                .id("client", engagement.client())
                .date("starts_on", engagement.terms().term().start())
                .id("decision", recorded.decision())
                .id("recorded_by", recorded.by())
                .instant("recorded_at", recorded.at());
    }
}
