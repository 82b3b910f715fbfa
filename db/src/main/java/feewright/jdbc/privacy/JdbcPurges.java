package feewright.jdbc.privacy;

import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.privacy.Purge;
import feewright.privacy.Purge.Blanked;
import feewright.privacy.PurgeId;
import feewright.privacy.Purges;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Texts are a client's by the id that they are kept under. Bodies of events and answers are a client's where an id of the client, or
 * a name that a processor has for it, is a word of theirs: they quote, and have no column that says of whom.
 */
public final class JdbcPurges implements Purges {

    private final Statements statements;

    public JdbcPurges(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Blanked count(FirmId firm, @Nullable ClientId client) {
        return statements
                .row(
                        """
                        with subject as materialized (
                            select distinct subject_id from client_subject where firm_id = :firm and client_id = :client::uuid
                        ),
                        name as materialized (
                            select subject_id::text as name from subject
                            union
                            select reference from client_reference where firm_id = :firm and client_id = :client::uuid
                        ),
                        event as materialized (
                            select b.event_id
                            from processor_event_body b
                            where b.firm_id = :firm and b.body is not null and (:client::uuid is null or exists (
                                select
                                from regexp_matches(b.body, '[A-Za-z0-9_-]+', 'g') word
                                join name n on n.name = word[1]))
                        )
                        select
                            (select count(*) from customer_text c
                                where c.firm_id = :firm and c.body is not null
                                    and (:client::uuid is null or c.subject_id in (select subject_id from subject))) as texts,
                            (select count(*) from event) as bodies,
                            (select count(*) from idempotency_response a
                                where a.firm_id = :firm and a.body is not null and (:client::uuid is null or exists (
                                    select
                                    from regexp_matches(
                                        a.location || ' ' || a.body, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') word
                                    join name n on n.name = word[1]))) as answers,
                            (select count(*) from event e
                                join processor_event_due w on w.firm_id = :firm and w.event_id = e.event_id
                                where w.due_at is not null) as waiting
                        """,
                        parameters(firm, client),
                        row -> new Blanked(
                                row.bigint("texts"),
                                row.bigint("bodies"),
                                row.bigint("answers"),
                                row.bigint("waiting")))
                .orElseThrow();
    }

    @Override
    public Blanked blank(FirmId firm, @Nullable ClientId client) {
        List<Integer> counts = statements.changes("""
            with subject as materialized (
                select distinct subject_id from client_subject where firm_id = :firm and client_id = :client::uuid
            )
            update customer_text
            set body = null
            where firm_id = :firm and body is not null
                and (:client::uuid is null or subject_id in (select subject_id from subject));
            with name as materialized (
                select subject_id::text as name from client_subject where firm_id = :firm and client_id = :client::uuid
                union
                select reference from client_reference where firm_id = :firm and client_id = :client::uuid
            )
            update processor_event_body b
            set body = null
            where b.firm_id = :firm and b.body is not null and (:client::uuid is null or exists (
                select
                from regexp_matches(b.body, '[A-Za-z0-9_-]+', 'g') word
                join name n on n.name = word[1]));
            with name as materialized (
                select distinct subject_id::text as name
                from client_subject
                where firm_id = :firm and client_id = :client::uuid
            )
            update idempotency_response a
            set body = null
            where a.firm_id = :firm and a.body is not null and (:client::uuid is null or exists (
                select
                from regexp_matches(
                    a.location || ' ' || a.body, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') word
                join name n on n.name = word[1]))
            """, parameters(firm, client));
        return new Blanked(counts.get(0), counts.get(1), counts.get(2), 0);
    }

    @Override
    public void keep(Purge purge) {
        statements.change(
                """
                insert into purge (firm_id, purge_id, client_id, purged_by, purged_at, texts, event_bodies, answers)
                values (:firm, :purge, :client, :by, :at, :texts, :bodies, :answers)
                """,
                parameters(purge.firm(), purge.client())
                        .id("purge", purge.id())
                        .id("by", purge.done().by())
                        .instant("at", purge.done().at())
                        .bigint("texts", purge.done().blanked().texts())
                        .bigint("bodies", purge.done().blanked().eventBodies())
                        .bigint("answers", purge.done().blanked().answers()));
    }

    @Override
    public Optional<Purge> find(FirmId firm, PurgeId purge) {
        return statements.row("""
            select purge_id, client_id, purged_by, purged_at, texts, event_bodies, answers
            from purge
            where firm_id = :firm and purge_id = :purge
            """, Parameters.of(firm).id("purge", purge), row -> purge(firm, row));
    }

    @Override
    public List<Purge> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select purge_id, client_id, purged_by, purged_at, texts, event_bodies, answers
                from purge
                where firm_id = :firm and purge_id < :before
                order by purge_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> purge(firm, row));
    }

    private static Parameters parameters(FirmId firm, @Nullable ClientId client) {
        return Parameters.of(firm).id("client", client);
    }

    private static Purge purge(FirmId firm, Row row) throws SQLException {
        UUID client = row.maybeUuid("client_id");
        return new Purge(
                new PurgeId(row.uuid("purge_id")),
                firm,
                client == null ? null : new ClientId(client),
                new Purge.Done(
                        new PersonId(row.uuid("purged_by")),
                        row.instant("purged_at"),
                        new Blanked(row.bigint("texts"), row.bigint("event_bodies"), row.bigint("answers"), 0)));
    }
}
