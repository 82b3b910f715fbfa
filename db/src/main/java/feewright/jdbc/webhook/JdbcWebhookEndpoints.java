package feewright.jdbc.webhook;

import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.webhook.EventType;
import feewright.webhook.WebhookEndpoint;
import feewright.webhook.WebhookEndpoint.End;
import feewright.webhook.WebhookEndpoint.EndReason;
import feewright.webhook.WebhookEndpointId;
import feewright.webhook.WebhookEndpoints;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

public final class JdbcWebhookEndpoints implements WebhookEndpoints {

    /** A row for each secret, so that instants come as such. */
    private static final String SUBSCRIPTIONS = """
        select s.subscription_id, s.types, s.registered_by, s.registered_at, e.why, e.ended_at, k.since
        from webhook_endpoint s
        join webhook_secret k on k.firm_id = :firm and k.subscription_id = s.subscription_id
        left join webhook_endpoint_end e on e.firm_id = :firm and e.subscription_id = s.subscription_id
        where s.firm_id = :firm
        """;

    private final Statements statements;

    public JdbcWebhookEndpoints(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(WebhookEndpoint subscription) {
        statements.changes(
                """
                insert into webhook_endpoint (firm_id, subscription_id, types, registered_by, registered_at)
                values (:firm, :subscription, :types, :by, :at);
                insert into webhook_secret (firm_id, subscription_id, number, since)
                values (:firm, :subscription, 1, :at)
                """,
                Parameters.of(subscription.firm())
                        .id("subscription", subscription.id())
                        .texts(
                                "types",
                                subscription.types().stream()
                                        .map(EventType::code)
                                        .sorted()
                                        .toList())
                        .id("by", subscription.registered().by())
                        .instant("at", subscription.registered().at()));
    }

    @Override
    public void rotate(WebhookEndpoint subscription, int number, Instant at) {
        statements.change(
                """
                insert into webhook_secret (firm_id, subscription_id, number, since)
                values (:firm, :subscription, :number, :at)
                """,
                Parameters.of(subscription.firm())
                        .id("subscription", subscription.id())
                        .integer("number", number)
                        .instant("at", at));
    }

    @Override
    public void end(FirmId firm, WebhookEndpointId subscription, End end) {
        statements.change(
                """
                insert into webhook_endpoint_end (firm_id, subscription_id, why, ended_at)
                values (:firm, :subscription, :why, :at)
                on conflict do nothing
                """,
                Parameters.of(firm)
                        .id("subscription", subscription)
                        .text("why", end.why().code())
                        .instant("at", end.at()));
    }

    @Override
    public List<WebhookEndpoint> active(FirmId firm) {
        return subscriptions(firm, SUBSCRIPTIONS + """
                and e.subscription_id is null
            order by s.subscription_id, k.number
            """, Parameters.of(firm));
    }

    @Override
    public Optional<WebhookEndpoint> find(FirmId firm, WebhookEndpointId subscription) {
        return subscriptions(firm, SUBSCRIPTIONS + """
                and s.subscription_id = :subscription
            order by k.number
            """, Parameters.of(firm).id("subscription", subscription)).stream()
                .findFirst();
    }

    @Override
    public List<WebhookEndpoint> page(FirmId firm, @Nullable UUID before, int limit) {
        return subscriptions(
                firm,
                SUBSCRIPTIONS + """
                        and s.subscription_id in (
                            select p.subscription_id
                            from webhook_endpoint p
                            where p.firm_id = :firm and p.subscription_id < :before
                            order by p.subscription_id desc
                            limit :limit)
                    order by s.subscription_id desc, k.number
                    """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit));
    }

    private List<WebhookEndpoint> subscriptions(FirmId firm, String sql, Parameters parameters) {
        Map<WebhookEndpointId, WebhookEndpoint> found = new LinkedHashMap<>();
        statements.rows(sql, parameters, row -> {
            WebhookEndpoint one = subscription(firm, row);
            return found.merge(one.id(), one, JdbcWebhookEndpoints::joined);
        });
        return List.copyOf(found.values());
    }

    private static WebhookEndpoint joined(WebhookEndpoint earlier, WebhookEndpoint later) {
        List<Instant> secrets = new ArrayList<>(earlier.secrets());
        secrets.addAll(later.secrets());
        return new WebhookEndpoint(
                earlier.id(), earlier.firm(), earlier.types(), earlier.registered(), secrets, earlier.end());
    }

    private static WebhookEndpoint subscription(FirmId firm, Row row) throws SQLException {
        Set<EventType> types = row.texts("types").stream()
                .map(code -> EventType.ofCode(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new WebhookEndpoint(
                new WebhookEndpointId(row.uuid("subscription_id")),
                firm,
                types,
                new WebhookEndpoint.Created(new PersonId(row.uuid("registered_by")), row.instant("registered_at")),
                List.of(row.instant("since")),
                row.maybeText("why") == null
                        ? null
                        : new End(row.constant(EndReason.class, "why"), row.instant("ended_at")));
    }
}
