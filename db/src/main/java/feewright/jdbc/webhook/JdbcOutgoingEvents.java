package feewright.jdbc.webhook;

import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.webhook.Delivery;
import feewright.webhook.EventType;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.OutgoingEventId;
import feewright.webhook.OutgoingEvents;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

public final class JdbcOutgoingEvents implements OutgoingEvents {

    private static final String EVENTS = """
        select
            event_id, type, target_kind, target_id, client_id, codes, amount_minor, currency, live, happened_at
        from outgoing_event
        where firm_id = :firm and event_id = any(:events)
        order by event_id desc
        """;

    private final Statements statements;

    public JdbcOutgoingEvents(Statements statements) {
        this.statements = statements;
    }

    /** An event and one that is to be told of it. */
    private record Address(OutgoingEvent event, UUID to) {}

    @Override
    public void announce(FirmId firm, List<Publication> announcements) {
        List<OutgoingEvent> events =
                announcements.stream().map(Publication::event).toList();
        List<Address> addresses = announcements.stream()
                .flatMap(one -> one.to().stream().map(to -> new Address(one.event(), to.value())))
                .toList();
        Parameters parameters = Parameters.of(firm)
                .rows(events)
                .uuid("events", event -> event.id().value())
                .text("types", event -> event.type().code())
                .text("kinds", event -> event.about().kind())
                .uuid("targets", event -> event.about().id())
                .uuid("clients", event -> event.about().client())
                .lists("codes", event -> event.about().codes())
                .bigint("amounts", event -> minor(event.amount()))
                .text("currencies", event -> currency(event.amount()))
                .flag("lives", OutgoingEvent::live)
                .instant("instants", OutgoingEvent::at)
                .parameters()
                .rows(addresses)
                .uuid("told", address -> address.event().id().value())
                .uuid("subscriptions", Address::to)
                .parameters()
                .instant("at_once", Delivery.AT_ONCE);
        statements.changes("""
            insert into outgoing_event (
                firm_id, event_id, type, target_kind, target_id, client_id, codes, amount_minor, currency, live,
                happened_at)
            select
                :firm, event_id, type, target_kind, target_id, client_id, string_to_array(codes, e'\\n'),
                amount_minor, currency, live, happened_at
            from unnest(
                :events::uuid[], :types::text[], :kinds::text[], :targets::uuid[], :clients::uuid[],
                :codes::text[], :amounts::int8[], :currencies::text[], :lives::bool[], :instants::timestamptz[])
                as t (
                    event_id, type, target_kind, target_id, client_id, codes, amount_minor, currency, live,
                    happened_at);
            insert into webhook_delivery (firm_id, event_id, subscription_id, phase, due_at, tries, failures)
            select :firm, event_id, subscription_id, 'waiting', :at_once, 0, 0
            from unnest(:told::uuid[], :subscriptions::uuid[]) as t (event_id, subscription_id)
            """, parameters);
    }

    @Override
    public Optional<OutgoingEvent> find(FirmId firm, OutgoingEventId event) {
        return some(firm, List.of(event)).stream().findFirst();
    }

    @Override
    public List<OutgoingEvent> some(FirmId firm, Collection<OutgoingEventId> events) {
        return read(firm, events.stream().map(OutgoingEventId::value).toList());
    }

    @Override
    public List<OutgoingEvent> page(FirmId firm, EventFilter filter, int limit) {
        EventType type = filter.type();
        Delivery.Status phase = filter.phase();
        return read(
                firm,
                statements.rows(
                        """
                        select e.event_id
                        from outgoing_event e
                        where e.firm_id = :firm and e.event_id < :before and (:type::text is null or e.type = :type)
                            and (:phase::text is null and :to::uuid is null or exists (
                                select 1
                                from webhook_delivery d
                                where d.firm_id = :firm and d.event_id = e.event_id
                                    and (:phase::text is null or d.phase = :phase)
                                    and (:to::uuid is null or d.subscription_id = :to)))
                        order by e.event_id desc
                        limit :limit
                        """,
                        Parameters.of(firm)
                                .uuid("before", Pages.before(filter.before()))
                                .text("type", type == null ? null : type.code())
                                .text("phase", phase == null ? null : phase.code())
                                .id("to", filter.to())
                                .integer("limit", limit),
                        row -> row.uuid("event_id")));
    }

    private List<OutgoingEvent> read(FirmId firm, List<UUID> events) {
        return statements.rows(EVENTS, Parameters.of(firm).uuids("events", events), row -> event(firm, row));
    }

    private static OutgoingEvent event(FirmId firm, Row row) throws SQLException {
        return new OutgoingEvent(
                new OutgoingEventId(row.uuid("event_id")),
                firm,
                EventType.ofCode(row.text("type")).orElseThrow(),
                new OutgoingEvent.About(
                        row.text("target_kind"), row.uuid("target_id"), row.maybeUuid("client_id"), row.texts("codes")),
                row.maybeText("currency") == null ? null : row.money("amount_minor", row.currency("currency")),
                row.flag("live"),
                row.instant("happened_at"));
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.getAmountMinorLong();
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrencyUnit().getCode();
    }
}
