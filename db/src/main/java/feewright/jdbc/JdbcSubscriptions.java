package feewright.jdbc;

import feewright.firm.FirmId;
import feewright.firm.PersonId;
import feewright.webhook.EventType;
import feewright.webhook.SubscriptionId;
import feewright.webhook.WebhookSubscription;
import feewright.webhook.WebhookSubscription.End;
import feewright.webhook.WebhookSubscription.Why;
import feewright.webhook.WebhookSubscriptions;
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

final class JdbcSubscriptions implements WebhookSubscriptions {

    /** A row for each secret, so that instants come as such. */
    private static final String SUBSCRIPTIONS = """
        select s.subscription_id, s.types, s.registered_by, s.registered_at, e.why, e.ended_at, k.since
        from webhook_subscription s
        join webhook_secret k on k.firm_id = :firm and k.subscription_id = s.subscription_id
        left join webhook_subscription_end e on e.firm_id = :firm and e.subscription_id = s.subscription_id
        where s.firm_id = :firm
        """;

    private final Statements statements;

    JdbcSubscriptions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(WebhookSubscription subscription) {
        statements.changes(
                """
                insert into webhook_subscription (firm_id, subscription_id, types, registered_by, registered_at)
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
    public void rotate(WebhookSubscription subscription, int number, Instant at) {
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
    public void end(FirmId firm, SubscriptionId subscription, End end) {
        statements.change(
                """
                insert into webhook_subscription_end (firm_id, subscription_id, why, ended_at)
                values (:firm, :subscription, :why, :at)
                on conflict do nothing
                """,
                Parameters.of(firm)
                        .id("subscription", subscription)
                        .text("why", end.why().code())
                        .instant("at", end.at()));
    }

    @Override
    public List<WebhookSubscription> active(FirmId firm) {
        return subscriptions(firm, SUBSCRIPTIONS + """
                and e.subscription_id is null
            order by s.subscription_id, k.number
            """, Parameters.of(firm));
    }

    @Override
    public Optional<WebhookSubscription> find(FirmId firm, SubscriptionId subscription) {
        return subscriptions(firm, SUBSCRIPTIONS + """
                and s.subscription_id = :subscription
            order by k.number
            """, Parameters.of(firm).id("subscription", subscription)).stream()
                .findFirst();
    }

    @Override
    public List<WebhookSubscription> page(FirmId firm, @Nullable UUID before, int limit) {
        return subscriptions(
                firm,
                SUBSCRIPTIONS + """
                        and s.subscription_id in (
                            select p.subscription_id
                            from webhook_subscription p
                            where p.firm_id = :firm and p.subscription_id < :before
                            order by p.subscription_id desc
                            limit :limit)
                    order by s.subscription_id desc, k.number
                    """,
                Parameters.of(firm).uuid("before", Pages.before(before)).integer("limit", limit));
    }

    private List<WebhookSubscription> subscriptions(FirmId firm, String sql, Parameters parameters) {
        Map<SubscriptionId, WebhookSubscription> found = new LinkedHashMap<>();
        statements.rows(sql, parameters, row -> {
            WebhookSubscription one = subscription(firm, row);
            return found.merge(one.id(), one, JdbcSubscriptions::joined);
        });
        return List.copyOf(found.values());
    }

    private static WebhookSubscription joined(WebhookSubscription earlier, WebhookSubscription later) {
        List<Instant> secrets = new ArrayList<>(earlier.secrets());
        secrets.addAll(later.secrets());
        return new WebhookSubscription(
                earlier.id(), earlier.firm(), earlier.types(), earlier.registered(), secrets, earlier.end());
    }

    private static WebhookSubscription subscription(FirmId firm, Row row) throws SQLException {
        Set<EventType> types = row.texts("types").stream()
                .map(code -> EventType.ofCode(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new WebhookSubscription(
                new SubscriptionId(row.uuid("subscription_id")),
                firm,
                types,
                new WebhookSubscription.Registered(
                        new PersonId(row.uuid("registered_by")), row.instant("registered_at")),
                List.of(row.instant("since")),
                row.maybeText("why") == null ? null : new End(row.constant(Why.class, "why"), row.instant("ended_at")));
    }
}
