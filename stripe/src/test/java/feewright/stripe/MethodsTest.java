package feewright.stripe;

import static feewright.stripe.Charges.FIRM;
import static feewright.stripe.StripeBodies.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.attempt.PaymentProcessor.ProcessorUnavailable;
import feewright.attempt.PaymentProcessor.SetUp;
import feewright.payment.PaymentMethod.Display;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.stripe.ScriptedStripe.Reply;
import feewright.stripe.ScriptedStripe.Request;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement A1: methods by reference, entered at Stripe. */
class MethodsTest {

    private static final ClientId CLIENT = new ClientId(UUID.fromString("01930000-0000-7000-8000-000000000004"));
    private static final String METHOD = "GET /v1/payment_methods/pm_1";

    private ScriptedStripe stripe;

    @BeforeEach
    void start() throws IOException {
        stripe = new ScriptedStripe()
                .on("POST /v1/customers", Reply.ok("{\"id\": \"cus_1\", \"object\": \"customer\"}"))
                .on(
                        "POST /v1/setup_intents",
                        Reply.ok("{\"id\": \"seti_1\", \"object\": \"setup_intent\","
                                + " \"client_secret\": \"seti_1_secret_x\"}"));
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void a_new_client_becomes_a_customer_known_by_ids_only_and_once() {
        StripeProcessor processor = processor();

        SetUp first = processor.setUp(FIRM, CLIENT, null);
        processor.setUp(FIRM, CLIENT, null);

        Request customer = stripe.requests.getFirst();
        assertThat(first).isEqualTo(new SetUp("cus_1", "seti_1_secret_x"));
        assertThat(customer.fields())
                .isEqualTo(Map.of("metadata[firm]", FIRM.toString(), "metadata[client]", CLIENT.toString()));
        assertThat(customer.header("Stripe-Account")).isEqualTo("acct_1");
        assertThat(stripe.executed("customer-" + CLIENT)).isEqualTo(1);
    }

    @Test
    void a_method_is_set_up_for_being_charged_while_the_client_is_away() {
        SetUp setUp = processor().setUp(FIRM, CLIENT, "cus_7");

        assertThat(setUp.customer()).isEqualTo("cus_7");
        assertThat(stripe.requests).hasSize(1);
        assertThat(stripe.requests.getFirst().fields())
                .containsEntry("customer", "cus_7")
                .containsEntry("usage", "off_session");
    }

    @Test
    void a_card_shows_brand_last_four_and_last_month() {
        stripe.on(METHOD, card("cus_1"));

        Optional<Display> shown = processor().method(FIRM, "cus_1", "pm_1");

        assertThat(shown).contains(new Display("card", "visa", "4242", YearMonth.of(2030, 8), null));
    }

    @Test
    void a_bank_debit_shows_the_mandate_that_its_setup_brought() {
        stripe.on(
                        METHOD,
                        Reply.ok("{\"id\": \"pm_1\", \"object\": \"payment_method\", \"type\": \"us_bank_account\","
                                + " \"customer\": \"cus_1\", \"us_bank_account\": {\"last4\": \"6789\","
                                + " \"bank_name\": \"STRIPE TEST BANK\"}}"))
                .on(
                        "GET /v1/setup_intents",
                        Reply.ok("{\"object\": \"list\", \"has_more\": false, \"data\": ["
                                + "{\"id\": \"seti_2\", \"object\": \"setup_intent\", \"status\": \"canceled\"},"
                                + "{\"id\": \"seti_1\", \"object\": \"setup_intent\", \"status\": \"succeeded\","
                                + " \"mandate\": \"mandate_1\"}]}"));

        Optional<Display> shown = processor().method(FIRM, "cus_1", "pm_1");

        assertThat(shown).contains(new Display("us_bank_account", null, "6789", null, "mandate_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cus_2\"", "null"})
    void a_method_of_another_customer_or_of_none_is_not_there(String customer) {
        stripe.on(METHOD, Reply.ok(cardOf(customer)));

        assertThat(processor().method(FIRM, "cus_1", "pm_1")).isEmpty();
    }

    @Test
    void a_method_that_stripe_does_not_know_is_not_there() {
        stripe.on(METHOD, refused(404, "invalid_request_error", "resource_missing", ""));

        assertThat(processor().method(FIRM, "cus_1", "pm_1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "", "pm_1/../../customers", "pm_1?expand[]=customer"})
    void what_is_no_reference_is_not_sent_anywhere(String method) {
        assertThat(processor().method(FIRM, "cus_1", method)).isEmpty();
        assertThat(stripe.requests).isEmpty();
    }

    @Test
    void what_cannot_be_asked_says_so_in_a_code_and_without_words_or_cause() {
        stripe.on(METHOD, refused(401, "invalid_request_error", "api_key_expired", ""));

        assertThatThrownBy(() -> processor().method(FIRM, "cus_1", "pm_1"))
                .isInstanceOf(ProcessorUnavailable.class)
                .hasMessage("api_key_expired")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>Ms Example</html>", "{\"id\": 7}"})
    void what_cannot_be_read_is_unavailable(String body) {
        stripe.on(METHOD, Reply.ok(body)).on("POST /v1/customers", Reply.ok(body));

        assertThatThrownBy(() -> processor().method(FIRM, "cus_1", "pm_1"))
                .isInstanceOf(ProcessorUnavailable.class)
                .hasMessage("unreadable")
                .hasNoCause();
        assertThatThrownBy(() -> processor().setUp(FIRM, CLIENT, null))
                .isInstanceOf(ProcessorUnavailable.class)
                .hasMessage("unreadable");
    }

    @Test
    void a_firm_without_an_account_sets_nothing_up() {
        FirmId other = new FirmId(UUID.randomUUID());

        assertThatThrownBy(() -> processor().setUp(other, CLIENT, null))
                .isInstanceOf(ProcessorUnavailable.class)
                .hasMessage("no_account");
        assertThat(stripe.requests).isEmpty();
    }

    private StripeProcessor processor() {
        return Charges.processor(stripe.address());
    }

    private static Reply card(String customer) {
        return Reply.ok(cardOf("\"" + customer + "\""));
    }

    private static String cardOf(String customer) {
        return "{\"id\": \"pm_1\", \"object\": \"payment_method\", \"type\": \"card\", \"customer\": " + customer
                + ", \"billing_details\": {\"name\": \"Ms Example\"}, \"card\": {\"brand\": \"visa\","
                + " \"last4\": \"4242\", \"exp_month\": 8, \"exp_year\": 2030, \"fingerprint\": \"AOB9\"}}";
    }
}
