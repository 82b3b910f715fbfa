package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Webhooks;
import feewright.invoice.Invoice;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.ConcurrentChange;
import feewright.webhook.Delivery.Status;
import feewright.webhook.DeliveryAttempt;
import feewright.webhook.DeliveryAttempt.Result;
import feewright.webhook.Dispatch;
import feewright.webhook.EventType;
import feewright.webhook.ManageWebhookEndpoints;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.ResendEvent;
import feewright.webhook.RetrySchedule;
import feewright.webhook.TakeDueDeliveries;
import feewright.webhook.WebhookEndpoint;
import feewright.webhook.WebhookEndpoint.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of the ports of webhooks: who is told of what, how often it is tried, and what ends it. */
public abstract class WebhooksContract {

    private static final Instant NOW = Office.NOW;

    private Office office;
    private Cashier cashier;
    private Webhooks webhooks;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffice() {
        office = Office.open(ports(), new PermissiveRulebook());
        cashier = new Cashier(office);
        webhooks = new Webhooks(office);
    }

    @Test
    void what_happens_is_one_event_with_one_delivery_for_each_subscription_that_wants_it() {
        WebhookEndpoint all = webhooks.subscribed();
        WebhookEndpoint paid = webhooks.subscribed(EventType.INVOICE_PAID);

        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.paid(invoice, "100.00");

        assertThat(webhooks.events())
                .extracting(OutgoingEvent::type)
                .containsExactly(EventType.INVOICE_ISSUED, EventType.PAYMENT_RECEIVED, EventType.INVOICE_PAID);
        assertThat(webhooks.events(Status.WAITING, paid.id()))
                .extracting(OutgoingEvent::type)
                .containsExactly(EventType.INVOICE_PAID);
        assertThat(webhooks.events(Status.WAITING, all.id())).hasSize(3);
        OutgoingEvent issued = webhooks.events().getFirst();
        assertThat(issued.about().id()).isEqualTo(invoice.id().value());
        assertThat(issued.about().client()).isEqualTo(office.client.value());
        assertThat(issued.about().words())
                .containsExactly(invoice.head().number().toString());
        assertThat(issued.about().references()).containsOnlyKeys("decision");
        assertThat(issued.amount()).isEqualTo(Cashier.usd("100.00"));
        assertThat(issued.live()).isTrue();
        assertThat(issued.at()).isEqualTo(NOW);
    }

    @Test
    void an_act_that_is_undone_is_told_to_nobody() {
        webhooks.subscribed();

        assertThatThrownBy(() -> office.ports.transactions().in(office.admin, () -> {
                    cashier.invoiceOf("100.00");
                    throw new IllegalStateException("after it");
                }))
                .hasMessage("after it");

        assertThat(webhooks.events()).isEmpty();
        assertThat(webhooks.taken(NOW)).isEmpty();
    }

    @Test
    void without_a_subscription_nothing_is_kept() {
        cashier.invoiceOf("100.00");
        WebhookEndpoint removed = webhooks.subscribed();
        webhooks.keep().remove(office.admin, removed.id(), NOW);

        cashier.invoiceOf("100.00");

        assertThat(webhooks.events()).isEmpty();
    }

    @Test
    void a_subscription_is_one_firms_only_T1() {
        WebhookEndpoint own = webhooks.subscribed();
        cashier.invoiceOf("100.00");
        Webhooks neighbour = new Webhooks(Office.open(office.ports, new PermissiveRulebook()));

        assertThat(neighbour.taken(NOW)).isEmpty();
        assertThat(neighbour.events()).isEmpty();
        assertThat(neighbour.keep().remove(neighbour.office().admin, own.id(), NOW))
                .isEmpty();
        assertThat(neighbour.keep().rotate(neighbour.office().admin, own.id(), NOW))
                .isEmpty();
        assertThat(neighbour.resendEvent().ping(neighbour.office().admin, own.id(), NOW))
                .isInstanceOf(ResendEvent.Outcome.NotFound.class);
        assertThat(webhooks.found(own.id()).isActive()).isTrue();
    }

    @Test
    void what_is_taken_is_nobody_elses_until_the_lease_ends_and_then_due_again() {
        webhooks.subscribed();
        cashier.invoiceOf("100.00");

        Dispatch first = webhooks.only(NOW);

        assertThat(first.url()).isEqualTo(Webhooks.URL);
        assertThat(webhooks.taken(NOW.plus(TakeDueDeliveries.LEASE).minusMillis(1)))
                .isEmpty();
        Dispatch again = webhooks.only(NOW.plus(TakeDueDeliveries.LEASE));
        assertThat(again.event()).isEqualTo(first.event());
    }

    @Test
    void of_each_subscription_only_so_many_are_taken_the_longest_due_first() {
        webhooks.subscribed();
        webhooks.subscribed();
        for (int i = 0; i < 3; i++) {
            cashier.invoiceOf("100.00");
        }
        List<OutgoingEvent> events = webhooks.events();

        List<Dispatch> taken = webhooks.taken(2, NOW);

        assertThat(taken)
                .extracting(Dispatch::event)
                .containsExactlyInAnyOrder(events.get(0), events.get(1), events.get(0), events.get(1));
        assertThat(webhooks.taken(2, NOW)).hasSize(2);
    }

    @Test
    void a_2xx_ends_it_and_every_try_is_kept() {
        WebhookEndpoint subscription = webhooks.subscribed();
        cashier.invoiceOf("100.00");
        webhooks.answered(webhooks.only(NOW), 500, NOW);
        Instant later = NOW.plusSeconds(5);

        webhooks.answered(webhooks.only(later), 204, later);

        OutgoingEvent event = webhooks.events().getFirst();
        assertThat(webhooks.told(event.id())).singleElement().satisfies(told -> {
            assertThat(told.delivery().state().phase()).isEqualTo(Status.DELIVERED);
            assertThat(told.delivery().tries()).isEqualTo(2);
            assertThat(told.tries())
                    .containsExactly(
                            new DeliveryAttempt(1, NOW, new Result.Responded(500)),
                            new DeliveryAttempt(2, later, new Result.Responded(204)));
        });
        assertThat(webhooks.events(Status.DELIVERED, subscription.id())).containsExactly(event);
        assertThat(webhooks.taken(NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void what_fails_is_tried_at_growing_intervals_for_three_days_and_then_given_up() {
        webhooks.subscribed();
        cashier.invoiceOf("100.00");
        List<Duration> waited = new ArrayList<>();
        Instant now = NOW;
        webhooks.answered(webhooks.only(now), 302, now);
        for (Duration wait : RetrySchedule.WAITS) {
            assertThat(webhooks.taken(now.plus(wait).minusMillis(1))).isEmpty();
            now = now.plus(wait);
            waited.add(wait);
            webhooks.answered(webhooks.only(now), 500, now);
        }

        assertThat(waited).hasSize(11);
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(webhooks.events(Status.FAILED, null)).hasSize(1);
        assertThat(webhooks.taken(now.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void a_receiver_may_ask_for_more_patience_but_not_for_any() {
        webhooks.subscribed();
        cashier.invoiceOf("100.00");
        webhooks.answered(webhooks.only(NOW), 429, Duration.ofMinutes(10), NOW);
        assertThat(webhooks.taken(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isEmpty();
        Instant later = NOW.plus(Duration.ofMinutes(10));

        webhooks.answered(webhooks.only(later), 503, Duration.ofDays(300), later);

        assertThat(webhooks.taken(later.plus(Duration.ofDays(1)))).hasSize(1);
    }

    @Test
    void a_410_ends_the_subscription_and_all_that_waits() {
        WebhookEndpoint subscription = webhooks.subscribed();
        cashier.invoiceOf("100.00");
        cashier.invoiceOf("200.00");
        List<Dispatch> both = webhooks.taken(NOW);

        both.forEach(one -> webhooks.answered(one, 410, NOW));

        assertThat(webhooks.found(subscription.id()).end()).isEqualTo(new WebhookEndpoint.End(EndReason.GONE, NOW));
        assertThat(webhooks.events(Status.CANCELLED, subscription.id())).hasSize(2);
        assertThat(webhooks.taken(NOW.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(audited()).containsOnlyOnce("webhook_endpoint_gone");
    }

    @Test
    void a_removed_subscription_is_told_nothing_more_and_is_removed_once() {
        WebhookEndpoint subscription = webhooks.subscribed();
        cashier.invoiceOf("100.00");

        webhooks.keep().remove(office.admin, subscription.id(), NOW);
        webhooks.keep().remove(office.admin, subscription.id(), NOW.plusSeconds(1));

        assertThat(webhooks.found(subscription.id()).end()).isEqualTo(new WebhookEndpoint.End(EndReason.REMOVED, NOW));
        assertThat(webhooks.taken(NOW)).isEmpty();
        assertThat(audited()).containsOnlyOnce("webhook_endpoint_removed");
        assertThat(webhooks.keep().rotate(office.admin, subscription.id(), NOW)).isEmpty();
        assertThat(webhooks.resendEvent().ping(office.admin, subscription.id(), NOW))
                .isInstanceOf(ResendEvent.Outcome.Ended.class);
    }

    @Test
    void the_secret_before_signs_for_a_day_more() {
        WebhookEndpoint first = webhooks.subscribed();
        Instant later = NOW.plus(Duration.ofDays(30));

        WebhookEndpoint rotated =
                webhooks.keep().rotate(office.admin, first.id(), later).orElseThrow();

        assertThat(first.signingAt(later)).containsExactly(1);
        assertThat(rotated.signingAt(later)).containsExactly(2, 1);
        assertThat(rotated.signingAt(later.plus(Duration.ofDays(1)).minusMillis(1)))
                .containsExactly(2, 1);
        assertThat(rotated.signingAt(later.plus(Duration.ofDays(1)))).containsExactly(2);
        assertThat(audited()).contains("webhook_secret_rotated");
        assertThatThrownBy(() -> office.ports.transactions().in(office.admin, () -> {
                    office.ports.webhookEndpoints().rotate(first, 2, later);
                    return first;
                }))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void a_person_sends_again_what_was_given_up_or_delivered_with_all_retries_ahead() {
        WebhookEndpoint to = webhooks.subscribed();
        cashier.invoiceOf("100.00");
        Dispatch sent = webhooks.only(NOW);
        webhooks.answered(sent, 200, NOW);

        webhooks.resendEvent().again(office.admin, sent.event().id(), to.id());

        Dispatch again = webhooks.only(NOW);
        assertThat(again.event()).isEqualTo(sent.event());
        webhooks.answered(again, 500, NOW);
        assertThat(webhooks.taken(NOW.plusSeconds(5))).hasSize(1);
        assertThat(webhooks.told(sent.event().id()).getFirst().tries()).hasSize(2);
    }

    @Test
    void what_is_being_sent_is_not_sent_beside_itself_however_often_it_is_asked_for() {
        WebhookEndpoint to = webhooks.subscribed();
        cashier.invoiceOf("100.00");
        Dispatch sent = webhooks.only(NOW);

        webhooks.resendEvent().again(office.admin, sent.event().id(), to.id());
        webhooks.resendEvent().again(office.admin, sent.event().id(), to.id());

        assertThat(webhooks.taken(NOW)).isEmpty();
        webhooks.answered(sent, 200, NOW);
        assertThat(webhooks.taken(NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void a_slower_try_that_fails_does_not_undo_a_delivery() {
        webhooks.subscribed();
        cashier.invoiceOf("100.00");
        Dispatch slow = webhooks.only(NOW);
        Instant later = NOW.plus(TakeDueDeliveries.LEASE);
        webhooks.answered(webhooks.only(later), 200, later);

        webhooks.answered(slow, 500, later);

        assertThat(webhooks.events(Status.DELIVERED, null)).hasSize(1);
        assertThat(webhooks.told(slow.event().id()).getFirst().tries()).hasSize(2);
    }

    @Test
    void a_ping_goes_to_the_one_that_is_tried() {
        WebhookEndpoint one = webhooks.subscribed(EventType.INVOICE_PAID);
        webhooks.subscribed();

        webhooks.resendEvent().ping(office.admin, one.id(), NOW);

        Dispatch ping = webhooks.only(NOW);
        assertThat(ping.event().type()).isEqualTo(EventType.PING);
        assertThat(ping.to().id()).isEqualTo(one.id());
    }

    @Test
    void a_firm_has_so_many_subscriptions_and_no_more() {
        for (int i = 0; i < ManageWebhookEndpoints.MOST; i++) {
            webhooks.subscribed();
        }

        assertThat(webhooks.keep().register(office.admin, Webhooks.URL, Set.of(), NOW))
                .isEmpty();
    }

    @Test
    void many_acts_that_are_audited_at_once_are_all_told_of() {
        webhooks.subscribed();
        Invoice invoice = cashier.invoiceOf("100.00");
        List<AuditEvent> acts = new ArrayList<>();
        for (String action : List.of("invoice_voided", "override_used", "invoice_written_off")) {
            acts.add(new AuditEvent(
                    new AuditEventId(office.ports.ids().next()),
                    office.admin,
                    action,
                    new AuditEvent.Target("invoice", invoice.id(), null),
                    List.of(),
                    null,
                    NOW));
        }

        office.ports.transactions().in(office.admin, () -> {
            office.ports.auditTrail().appendAll(acts);
            return acts;
        });

        assertThat(webhooks.events())
                .extracting(OutgoingEvent::type)
                .containsExactly(EventType.INVOICE_ISSUED, EventType.INVOICE_VOIDED, EventType.INVOICE_WRITTEN_OFF);
    }

    private List<String> audited() {
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.auditTrail().page(office.firm, null, 100))
                .stream()
                .map(AuditEvent::action)
                .toList();
    }
}
