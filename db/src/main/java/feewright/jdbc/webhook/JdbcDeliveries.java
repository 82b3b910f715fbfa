package feewright.jdbc.webhook;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.webhook.Deliveries;
import feewright.webhook.Delivery;
import feewright.webhook.Delivery.State;
import feewright.webhook.Delivery.Status;
import feewright.webhook.DeliveryAttempt;
import feewright.webhook.DeliveryAttempt.Result;
import feewright.webhook.OutgoingEventId;
import feewright.webhook.WebhookEndpointId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class JdbcDeliveries implements Deliveries {

    private final Statements statements;

    public JdbcDeliveries(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<Delivery> lockDue(FirmId firm, Map<WebhookEndpointId, Integer> most, Instant now) {
        return statements.rows(
                """
                select d.event_id, d.subscription_id, d.phase, d.due_at, d.tries, d.failures
                from unnest(:subscriptions::uuid[], :most::int4[]) as s (subscription_id, most)
                cross join lateral (
                    select event_id, subscription_id, phase, due_at, tries, failures
                    from webhook_delivery
                    where firm_id = :firm and subscription_id = s.subscription_id and due_at <= :now
                    order by due_at, event_id
                    limit s.most
                    for update skip locked
                ) d
                """,
                Parameters.of(firm)
                        .rows(List.copyOf(most.entrySet()))
                        .uuid("subscriptions", one -> one.getKey().value())
                        .integer("most", Map.Entry::getValue)
                        .parameters()
                        .instant("now", now),
                JdbcDeliveries::delivery);
    }

    @Override
    public Optional<Delivery> lock(FirmId firm, OutgoingEventId event, WebhookEndpointId to) {
        return statements.row("""
            select event_id, subscription_id, phase, due_at, tries, failures
            from webhook_delivery
            where firm_id = :firm and event_id = :event and subscription_id = :to
            for update
            """, Parameters.of(firm).id("event", event).id("to", to), JdbcDeliveries::delivery);
    }

    @Override
    public void move(FirmId firm, List<Delivery> deliveries) {
        statements.change(
                """
                update webhook_delivery d
                set phase = t.phase, due_at = t.due_at, tries = t.tries, failures = t.failures
                from unnest(
                    :events::uuid[], :subscriptions::uuid[], :phases::text[], :dues::timestamptz[], :tries::int4[],
                    :failures::int4[])
                    as t (event_id, subscription_id, phase, due_at, tries, failures)
                where d.firm_id = :firm and d.event_id = t.event_id and d.subscription_id = t.subscription_id
                """,
                Parameters.of(firm)
                        .rows(deliveries)
                        .uuid("events", one -> one.event().value())
                        .uuid("subscriptions", one -> one.to().value())
                        .text("phases", one -> one.state().phase().code())
                        .instant("dues", one -> one.state().at())
                        .integer("tries", Delivery::tries)
                        .integer("failures", Delivery::failures)
                        .parameters());
    }

    @Override
    public void tried(FirmId firm, Delivery delivery, DeliveryAttempt made) {
        statements.change(
                """
                insert into webhook_delivery_attempt (firm_id, event_id, subscription_id, number, status, code, tried_at)
                values (:firm, :event, :to, :number, :status, :code, :at)
                """,
                Parameters.of(firm)
                        .id("event", delivery.event())
                        .id("to", delivery.to())
                        .integer("number", made.number())
                        .integer("status", made.result() instanceof Result.Responded(int status) ? status : null)
                        .text("code", made.result() instanceof Result.NoResponse(String code) ? code : null)
                        .instant("at", made.at()));
    }

    @Override
    public void stop(FirmId firm, WebhookEndpointId to) {
        statements.change("""
            update webhook_delivery
            set phase = 'cancelled', due_at = null
            where firm_id = :firm and subscription_id = :to and due_at is not null
            """, Parameters.of(firm).id("to", to));
    }

    @Override
    public List<WithAttempts> of(FirmId firm, OutgoingEventId event) {
        Map<Delivery, List<DeliveryAttempt>> told = new LinkedHashMap<>();
        statements.rows("""
            select
                d.event_id, d.subscription_id, d.phase, d.due_at, d.tries, d.failures, t.number, t.status, t.code,
                t.tried_at
            from webhook_delivery d
            left join webhook_delivery_attempt t
                on t.firm_id = :firm and t.event_id = d.event_id and t.subscription_id = d.subscription_id
            where d.firm_id = :firm and d.event_id = :event
            order by d.subscription_id, t.number
            """, Parameters.of(firm).id("event", event), row -> {
            List<DeliveryAttempt> tries = told.computeIfAbsent(delivery(row), _ -> new ArrayList<>());
            Integer number = row.maybeInteger("number");
            return number == null || tries.add(attempt(row, number));
        });
        return told.entrySet().stream()
                .map(one -> new WithAttempts(one.getKey(), one.getValue()))
                .toList();
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                new OutgoingEventId(row.uuid("event_id")),
                new WebhookEndpointId(row.uuid("subscription_id")),
                row.integer("tries"),
                row.integer("failures"),
                state(row));
    }

    private static State state(Row row) throws SQLException {
        Status phase = row.constant(Status.class, "phase");
        return switch (phase) {
            case WAITING -> new State.Waiting(row.instant("due_at"));
            case SENDING -> new State.Taken(row.instant("due_at"));
            case DELIVERED, FAILED, CANCELLED -> new State.Ended(phase);
        };
    }

    private static DeliveryAttempt attempt(Row row, int number) throws SQLException {
        @Nullable Integer status = row.maybeInteger("status");
        return new DeliveryAttempt(
                number,
                row.instant("tried_at"),
                status == null ? new Result.NoResponse(row.text("code")) : new Result.Responded(status));
    }
}
