package feewright.privacy;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.IdempotencyKeys;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEvents;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Content goes for good, as it was previewed; amounts, times and relations stay (requirement T5). */
class PurgeCustomerTextsTest {

    private static final CustomerText REASON = new CustomerText("The client asked for it");

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);

    @Test
    void the_words_of_a_client_go_and_its_figures_stay_T5() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        UUID entry =
                office.approved(hourly, LocalDate.of(2026, 1, 5), 60).entry().value();
        Invoice invoice = cashier.issued(hourly);
        cashier.paid(invoice, "30.00");

        Purge purge = purged(office.client);

        assertThat(texts(office.client.value(), hourly.id().value(), entry)).isEmpty();
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("70.00"));
        assertThat(in(() -> office.ports.invoices().find(office.firm, invoice.id())))
                .contains(invoice);
        assertThat(in(() -> office.ports.clients().find(office.firm, office.client)))
                .isPresent();
        assertThat(purge.done().by()).isEqualTo(office.masterAdmin.person());
        assertThat(purge.done().at()).isEqualTo(Office.NOW);
        assertThat(in(() -> office.ports.purges().page(office.firm, null, 10))).containsExactly(purge);
        TrialBalance.proven(office);
    }

    @Test
    void another_client_and_whoever_works_at_the_firm_keep_theirs_T5() {
        ClientId other = office.anotherClient();
        SignedEngagement others = office.signed(other, Offers.hourly("100.00"));

        purged(office.client);

        assertThat(texts(other.value())).containsValue(new CustomerText("Another"));
        assertThat(texts(others.id().value())).containsValue(new CustomerText("Signatory"));
        assertThat(texts(office.staff.person().value())).containsValue(new CustomerText("Person"));
    }

    /** Two clients and four people. */
    @Test
    void of_the_whole_firm_everything_goes_but_the_reason_and_another_firm_keeps_all_T1_T5() {
        Office neighbour = Office.open(office.ports, new PermissiveRulebook());
        office.anotherClient();

        Purge purge = purged(null);

        assertThat(purge.done().blanked()).isEqualTo(new Purge.Blanked(6, 0, 0, 0));
        assertThat(texts(office.client.value(), office.staff.person().value())).isEmpty();
        assertThat(texts(purge.id().value()))
                .containsExactly(Map.entry(CustomerTextKey.of(purge.id(), "reason"), REASON));
        assertThat(office.ports.customerTexts().of(neighbour.firm, List.of(neighbour.client.value())))
                .hasSize(1);
        assertThat(in(() -> office.ports.purges().find(neighbour.firm, purge.id())))
                .isEmpty();
    }

    @Test
    void what_is_there_to_blank_is_previewed_and_blanks_nothing_T5() {
        PurgeCustomerTexts.Preview preview = preview(office.client);

        assertThat(preview.blanked()).isEqualTo(new Purge.Blanked(1, 0, 0, 0));
        assertThat(preview.confirmation()).hasSize(12);
        assertThat(preview(office.client)).isEqualTo(preview);
        assertThat(preview(office.anotherClient()).confirmation()).isNotEqualTo(preview.confirmation());
        assertThat(texts(office.client.value())).hasSize(1);
    }

    @Test
    void words_that_came_after_the_preview_make_it_outdated_and_nothing_goes_T5() {
        String confirmation = preview(office.client).confirmation();
        office.signed(Offers.hourly("100.00"));

        PurgeCustomerTexts.Outcome outcome = purge(office.client, confirmation);

        assertThat(outcome).isEqualTo(new PurgeCustomerTexts.Outcome.Outdated());
        assertThat(texts(office.client.value())).hasSize(1);
        assertThat(in(() -> office.ports.purges().page(office.firm, null, 10))).isEmpty();
        assertThat(actions()).doesNotContain("customer_texts_purged");
    }

    @Test
    void events_about_a_client_that_wait_to_be_read_keep_their_bodies_and_nothing_goes_T5() {
        collecting();
        taken("evt_1", "cus_1");
        taken("evt_2", "cus_2");
        String confirmation = preview(office.client).confirmation();

        assertThat(preview(office.client).blanked().waitingEvents()).isEqualTo(1);
        assertThatThrownBy(() -> purge(office.client, confirmation))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessageContaining("events-waiting");

        assertThat(texts(office.client.value())).hasSize(1);
        assertThat(bodies()).containsExactly("{customer: cus_2}", "{customer: cus_1}");
    }

    @Test
    void bodies_of_events_that_name_the_client_go_and_others_stay_T5() {
        collecting();
        taken("evt_1", "cus_1");
        taken("evt_2", "cus_12");
        office.engine.readEvents().read(office.firm, 10, Office.NOW);

        Purge purge = purged(office.client);

        assertThat(purge.done().blanked().eventBodies()).isEqualTo(1);
        assertThat(bodies()).containsExactly("{customer: cus_12}");
    }

    @Test
    void answers_that_quote_an_id_of_the_client_go_and_keep_their_place_T5() {
        IdempotencyKeys keys = office.ports.idempotencyKeys();
        answered("one", "/v1/clients/" + office.client);
        answered("two", "/v1/clients/" + office.anotherClient());

        Purge purge = purged(office.client);

        assertThat(purge.done().blanked().answers()).isEqualTo(1);
        assertThat(keys.claim(office.firm, office.admin.person(), key("one")))
                .get()
                .satisfies(answer -> {
                    assertThat(answer.body().text()).isEmpty();
                    assertThat(answer.location()).isEqualTo("/v1/clients/" + office.client);
                });
        assertThat(keys.claim(office.firm, office.admin.person(), key("two")))
                .get()
                .satisfies(answer -> assertThat(answer.body().text()).isEqualTo("body"));
    }

    @Test
    void a_purge_is_audited_by_its_counts_and_a_second_finds_its_own_reason_T4() {
        Purge first = purged(office.client);

        Purge second = purged(office.client);

        assertThat(second.done().blanked().texts()).isEqualTo(1);
        assertThat(texts(first.id().value())).isEmpty();
        assertThat(in(() -> office.ports.auditTrail().page(office.firm, null, 10)))
                .filteredOn(event -> event.action().equals("customer_texts_purged"))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.target().client()).isEqualTo(office.client);
                    assertThat(event.codes()).containsExactly("one_client", "texts-1", "event-bodies-0", "answers-0");
                });
    }

    @Test
    void another_firm_has_no_such_client_to_purge_T1() {
        Office other = Office.open(office.ports, new PermissiveRulebook());
        String confirmation = preview(office.client).confirmation();

        PurgeCustomerTexts purge = other.engine.purgeCustomerTexts();

        assertThat(purge.preview(other.masterAdmin, office.client)).isNull();
        assertThat(purge.purge(
                        other.masterAdmin,
                        new PurgeCustomerTexts.Request(office.client, REASON, confirmation),
                        Office.NOW))
                .isEqualTo(new PurgeCustomerTexts.Outcome.NotFound());
        assertThat(texts(office.client.value())).hasSize(1);
    }

    private Purge purged(@Nullable ClientId client) {
        return switch (purge(client, preview(client).confirmation())) {
            case PurgeCustomerTexts.Outcome.Purged(Purge purge) -> purge;
            case PurgeCustomerTexts.Outcome other -> throw new AssertionError(other);
        };
    }

    private PurgeCustomerTexts.Outcome purge(@Nullable ClientId client, String confirmation) {
        return office.engine
                .purgeCustomerTexts()
                .purge(office.masterAdmin, new PurgeCustomerTexts.Request(client, REASON, confirmation), Office.NOW);
    }

    private PurgeCustomerTexts.Preview preview(@Nullable ClientId client) {
        PurgeCustomerTexts.Preview preview = office.engine.purgeCustomerTexts().preview(office.masterAdmin, client);
        if (preview == null) {
            throw new AssertionError("no such client");
        }
        return preview;
    }

    private Map<CustomerTextKey, CustomerText> texts(UUID... subjects) {
        return in(() -> office.ports.customerTexts().of(office.firm, List.of(subjects)));
    }

    /** The client pays by a card of a processor that is not everybody's, which knows it as cus_1. */
    private void collecting() {
        new Collecting(office, cashier)
                .has(new ManagePaymentMethods.Known(
                        new PaymentMethod.Reference("stripe", "cus_1", "pm_1"), Collecting.CARD.shown()));
    }

    private void taken(String name, String customer) {
        office.engine
                .receiveProcessorEvent()
                .take(
                        office.firm,
                        new ProcessorEvent.Named("stripe", name, "payment", null, Office.NOW),
                        "{customer: " + customer + "}",
                        Office.NOW);
    }

    private List<String> bodies() {
        return in(() ->
                office
                        .ports
                        .processorEvents()
                        .page(office.firm, new ProcessorEvents.EventFilter(null, null, false), 10)
                        .stream()
                        .flatMap(event -> office.ports.processorEvents().body(office.firm, event.id()).stream())
                        .toList());
    }

    private void answered(String key, String location) {
        in(() -> {
            office.ports
                    .idempotencyKeys()
                    .answer(
                            office.firm,
                            office.admin.person(),
                            key(key),
                            new IdempotencyKeys.StoredResponse(
                                    "hash", 201, location, new IdempotencyKeys.ResponseBody("body")));
            return key;
        });
    }

    private static IdempotencyKeys.IdempotencyKey key(String key) {
        return new IdempotencyKeys.IdempotencyKey(key, "hash");
    }

    private List<String> actions() {
        return in(() -> office.ports.auditTrail().page(office.firm, null, 10)).stream()
                .map(event -> event.action())
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.masterAdmin, work);
    }
}
