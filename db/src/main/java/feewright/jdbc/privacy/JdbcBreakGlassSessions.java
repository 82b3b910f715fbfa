package feewright.jdbc.privacy;

import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.privacy.BreakGlassAccess;
import feewright.privacy.BreakGlassSession;
import feewright.privacy.BreakGlassSession.Closing;
import feewright.privacy.BreakGlassSessions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcBreakGlassSessions implements BreakGlassSessions {

    private final Statements statements;

    public JdbcBreakGlassSessions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void open(BreakGlassSession session) {
        statements.change(
                """
                insert into break_glass_session (firm_id, session_id, operator_id, opened_at, expires_at)
                values (:firm, :session, :operator, :opened, :expires)
                """,
                Parameters.of(session.firm())
                        .id("session", session.id())
                        .id("operator", session.operator())
                        .instant("opened", session.openedAt())
                        .instant("expires", session.expiresAt()));
    }

    @Override
    public Optional<BreakGlassSession> find(FirmId firm, BreakGlassSessionId session) {
        return statements.row("""
            select s.session_id, s.operator_id, s.opened_at, s.expires_at, e.closed_by, e.closed_at
            from break_glass_session s
            left join break_glass_closure e on e.firm_id = :firm and e.session_id = s.session_id
            where s.firm_id = :firm and s.session_id = :session
            """, Parameters.of(firm).id("session", session), row -> session(firm, row));
    }

    @Override
    public List<BreakGlassSession> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select s.session_id, s.operator_id, s.opened_at, s.expires_at, e.closed_by, e.closed_at
                from break_glass_session s
                left join break_glass_closure e on e.firm_id = :firm and e.session_id = s.session_id
                where s.firm_id = :firm and s.session_id < :before
                order by s.session_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> session(firm, row));
    }

    @Override
    public boolean close(FirmId firm, BreakGlassSessionId session, Closing closing) {
        return statements.change(
                        """
                        insert into break_glass_closure (firm_id, session_id, closed_by, closed_at)
                        values (:firm, :session, :by, :at)
                        on conflict (firm_id, session_id) do nothing
                        """,
                        Parameters.of(firm)
                                .id("session", session)
                                .id("by", closing.by())
                                .instant("at", closing.at()))
                == 1;
    }

    @Override
    public void used(FirmId firm, BreakGlassAccess access) {
        statements.change(
                """
                insert into break_glass_access (firm_id, access_id, session_id, method, route, target_id, accessed_at)
                values (:firm, :access, :session, :method, :route, :target, :at)
                """,
                Parameters.of(firm)
                        .uuid("access", access.id())
                        .id("session", access.session())
                        .text("method", access.asked().method())
                        .text("route", access.asked().route())
                        .uuid("target", access.asked().target())
                        .instant("at", access.at()));
    }

    @Override
    public List<BreakGlassAccess> accesses(FirmId firm, BreakGlassSessionId session, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select access_id, method, route, target_id, accessed_at
                from break_glass_access
                where firm_id = :firm and session_id = :session and access_id < :before
                order by access_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .id("session", session)
                        .uuid("before", Pages.before(before))
                        .integer("limit", limit),
                row -> new BreakGlassAccess(
                        row.uuid("access_id"),
                        session,
                        new BreakGlassAccess.Asked(row.text("method"), row.text("route"), row.maybeUuid("target_id")),
                        row.instant("accessed_at")));
    }

    private static BreakGlassSession session(FirmId firm, Row row) throws SQLException {
        UUID closedBy = row.maybeUuid("closed_by");
        return new BreakGlassSession(
                new BreakGlassSessionId(row.uuid("session_id")),
                firm,
                new PersonId(row.uuid("operator_id")),
                row.instant("opened_at"),
                row.instant("expires_at"),
                closedBy == null ? null : new Closing(new PersonId(closedBy), row.instant("closed_at")));
    }
}
