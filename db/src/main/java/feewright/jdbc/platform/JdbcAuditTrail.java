package feewright.jdbc.platform;

import feewright.engagement.EngagementId;
import feewright.firm.ProjectId;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Codes;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.Id;
import feewright.platform.PersonId;
import feewright.time.TimeEntryId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

public final class JdbcAuditTrail implements AuditTrail {

    private final Statements statements;

    public JdbcAuditTrail(Statements statements) {
        this.statements = statements;
    }

    /** A target of a kind that has no type of its own here. */
    private record OtherId(UUID value) implements Id {}

    @Override
    public void append(AuditEvent event) {
        appendAll(List.of(event));
    }

    @Override
    public void appendAll(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        statements.change(
                """
                insert into audit_event (
                    firm_id, event_id, actor_id, actor_roles, actor_client_id, action,
                    target_kind, target_id, client_id, codes, amount_minor, currency, happened_at)
                select
                    :firm, event_id, actor_id, string_to_array(actor_roles, e'\\n'), actor_client_id, action,
                    target_kind, target_id, client_id, string_to_array(codes, e'\\n'), amount_minor, currency, happened_at
                from unnest(
                    :events::uuid[], :actors::uuid[], :roles::text[], :actor_clients::uuid[], :actions::text[],
                    :kinds::text[], :targets::uuid[], :clients::uuid[], :codes::text[], :amounts::int8[],
                    :currencies::text[], :instants::timestamptz[])
                    as t (
                        event_id, actor_id, actor_roles, actor_client_id, action, target_kind, target_id, client_id,
                        codes, amount_minor, currency, happened_at)
                """,
                Parameters.of(events.getFirst().actor().firm())
                        .rows(events)
                        .uuid("events", event -> event.id().value())
                        .uuid("actors", event -> event.actor().person().value())
                        .lists("roles", event -> Codes.of(event.actor().roles()))
                        .uuid("actor_clients", event -> value(event.actor().client()))
                        .text("actions", AuditEvent::action)
                        .text("kinds", event -> event.target().kind())
                        .uuid("targets", event -> event.target().id().value())
                        .uuid("clients", event -> value(event.target().client()))
                        .lists("codes", AuditEvent::codes)
                        .bigint("amounts", event -> minor(event.amount()))
                        .text("currencies", event -> currency(event.amount()))
                        .instant("instants", AuditEvent::at)
                        .parameters());
    }

    @Override
    public List<AuditEvent> page(FirmId firm, @Nullable UUID before, int limit) {
        return statements.rows(
                """
                select
                    event_id, actor_id, actor_roles, actor_client_id, action, target_kind, target_id, client_id,
                    codes, amount_minor, currency, happened_at
                from audit_event
                where firm_id = :firm and event_id < :before
                order by event_id desc
                limit :limit
                """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit),
                row -> event(firm, row));
    }

    private static AuditEvent event(FirmId firm, Row row) throws SQLException {
        return new AuditEvent(
                new AuditEventId(row.uuid("event_id")),
                new Actor(
                        firm,
                        new PersonId(row.uuid("actor_id")),
                        Codes.roles(row.texts("actor_roles")),
                        client(row, "actor_client_id")),
                row.text("action"),
                new AuditEvent.Target(
                        row.text("target_kind"),
                        id(row.text("target_kind"), row.uuid("target_id")),
                        client(row, "client_id")),
                row.texts("codes"),
                row.maybeText("currency") == null ? null : row.money("amount_minor", row.currency("currency")),
                row.instant("happened_at"));
    }

    private static Id id(String kind, UUID value) {
        return switch (kind) {
            case "client" -> new ClientId(value);
            case "project" -> new ProjectId(value);
            case "person" -> new PersonId(value);
            case "engagement" -> new EngagementId(value);
            case "time_entry" -> new TimeEntryId(value);
            case "invoice" -> new InvoiceId(value);
            default -> new OtherId(value);
        };
    }

    private static @Nullable ClientId client(Row row, String column) throws SQLException {
        UUID value = row.maybeUuid(column);
        return value == null ? null : new ClientId(value);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.getAmountMinorLong();
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrencyUnit().getCode();
    }
}
