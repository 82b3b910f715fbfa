package feewright.jdbc.processor;

import feewright.attempt.AttemptId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEvent.Interpretation;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEventId;
import feewright.processor.ProcessorEvents;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class JdbcProcessorEvents implements ProcessorEvents {

    private static final String EVENTS = """
        select
            e.event_id, e.processor, e.name, e.type, e.object_id, e.created_at, e.received_at, r.number, r.outcome, r.code,
            r.attempt_id, r.read_at
        from processor_event e
        left join processor_event_interpretation r on r.firm_id = :firm and r.event_id = e.event_id
        where e.firm_id = :firm and e.event_id = any(:events)
        order by e.event_id desc, r.number
        """;

    private final Statements statements;

    public JdbcProcessorEvents(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean take(ProcessorEvent event, String body) {
        return statements
                .row(
                        """
                        with taken as (
                            insert into processor_event (
                                firm_id, event_id, processor, name, type, object_id, created_at, received_at)
                            values (:firm, :event, :processor, :name, :type, :object, :created, :received)
                            on conflict (firm_id, processor, name) do nothing
                            returning event_id
                        ),
                        kept as (
                            insert into processor_event_body (firm_id, event_id, body)
                            select :firm, event_id, :body from taken
                        ),
                        waiting as (
                            insert into processor_event_due (firm_id, event_id, due_at)
                            select :firm, event_id, :received from taken
                        )
                        select event_id
                        from taken
                        """,
                        Parameters.of(event.firm())
                                .id("event", event.id())
                                .text("processor", event.named().processor())
                                .text("name", event.named().name())
                                .text("type", event.named().type())
                                .text("object", event.named().object())
                                .instant("created", event.named().createdAt())
                                .instant("received", event.receivedAt())
                                .text("body", body),
                        row -> row.uuid("event_id"))
                .isPresent();
    }

    @Override
    public List<ProcessorEvent> lockWaiting(FirmId firm, Instant now, int limit) {
        List<UUID> waiting = statements.rows(
                """
                select event_id
                from processor_event_due
                where firm_id = :firm and due_at <= :now
                order by due_at, event_id
                limit :limit
                for update skip locked
                """, Parameters.of(firm).instant("now", now).integer("limit", limit), row -> row.uuid("event_id"));
        return waiting.isEmpty() ? List.of() : some(firm, waiting).reversed();
    }

    @Override
    public Optional<ProcessorEvent> lockWaiting(FirmId firm, ProcessorEventId event, Instant now) {
        return statements
                .row("""
                    select event_id
                    from processor_event_due
                    where firm_id = :firm and event_id = :event and due_at <= :now
                    for update skip locked
                    """, Parameters.of(firm).id("event", event).instant("now", now), row -> row.uuid("event_id"))
                .flatMap(_ -> find(firm, event));
    }

    @Override
    public Optional<String> body(FirmId firm, ProcessorEventId event) {
        return statements.rows("""
            select body
            from processor_event_body
            where firm_id = :firm and event_id = :event and body is not null
            """, Parameters.of(firm).id("event", event), row -> row.text("body")).stream()
                .findFirst();
    }

    @Override
    public void read(ProcessorEvent event, Interpretation reading, @Nullable Instant again) {
        statements.changes(
                """
                insert into processor_event_interpretation (firm_id, event_id, number, outcome, code, attempt_id, read_at)
                values (:firm, :event, :number, :outcome, :code, :attempt, :at);
                update processor_event_due
                set due_at = :again
                where firm_id = :firm and event_id = :event
                """,
                Parameters.of(event.firm())
                        .id("event", event.id())
                        .integer("number", reading.number())
                        .text("outcome", reading.outcome().code())
                        .text("code", reading.code())
                        .id("attempt", reading.attempt())
                        .instant("at", reading.at())
                        .instant("again", again));
    }

    @Override
    public void replay(FirmId firm, ProcessorEventId event, Instant now) {
        statements.change("""
            update processor_event_due
            set due_at = :now
            where firm_id = :firm and event_id = :event
            """, Parameters.of(firm).id("event", event).instant("now", now));
    }

    @Override
    public Optional<ProcessorEvent> find(FirmId firm, ProcessorEventId event) {
        return some(firm, List.of(event.value())).stream().findFirst();
    }

    @Override
    public List<ProcessorEvent> page(FirmId firm, EventFilter filter, int limit) {
        Outcome outcome = filter.outcome();
        List<UUID> found = statements.rows(
                """
                select e.event_id
                from processor_event e
                where e.firm_id = :firm and e.event_id < :before
                    and (:outcome::text is null or :outcome = (
                        select r.outcome
                        from processor_event_interpretation r
                        where r.firm_id = :firm and r.event_id = e.event_id
                        order by r.number desc
                        limit 1))
                    and (not :waiting or exists (
                        select 1
                        from processor_event_due w
                        where w.firm_id = :firm and w.event_id = e.event_id and w.due_at is not null))
                order by e.event_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .text("outcome", outcome == null ? null : outcome.code())
                        .flag("waiting", filter.waiting())
                        .integer("limit", limit),
                row -> row.uuid("event_id"));
        return some(firm, found);
    }

    /** Newest first. */
    private List<ProcessorEvent> some(FirmId firm, List<UUID> events) {
        Map<ProcessorEventId, ProcessorEvent> found = new LinkedHashMap<>();
        statements.rows(EVENTS, Parameters.of(firm).uuids("events", events), row -> {
            ProcessorEvent event = event(firm, row);
            return found.merge(event.id(), event, JdbcProcessorEvents::joined);
        });
        return List.copyOf(found.values());
    }

    private static ProcessorEvent joined(ProcessorEvent earlier, ProcessorEvent later) {
        List<Interpretation> readings = new ArrayList<>(earlier.readings());
        readings.addAll(later.readings());
        return new ProcessorEvent(earlier.id(), earlier.firm(), earlier.named(), earlier.receivedAt(), readings);
    }

    private static ProcessorEvent event(FirmId firm, Row row) throws SQLException {
        Integer number = row.maybeInteger("number");
        return new ProcessorEvent(
                new ProcessorEventId(row.uuid("event_id")),
                firm,
                new ProcessorEvent.Named(
                        row.text("processor"),
                        row.text("name"),
                        row.text("type"),
                        row.maybeText("object_id"),
                        row.instant("created_at")),
                row.instant("received_at"),
                number == null ? List.of() : List.of(reading(row, number)));
    }

    private static Interpretation reading(Row row, int number) throws SQLException {
        @Nullable UUID attempt = row.maybeUuid("attempt_id");
        return new Interpretation(
                number,
                row.constant(Outcome.class, "outcome"),
                row.maybeText("code"),
                attempt == null ? null : new AttemptId(attempt),
                row.instant("read_at"));
    }
}
