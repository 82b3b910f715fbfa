package feewright.stripe;

import static feewright.stripe.Charges.MADE_AT;
import static feewright.stripe.Charges.charge;
import static feewright.stripe.StripeBodies.intent;
import static feewright.stripe.StripeBodies.intentOf;
import static feewright.stripe.StripeBodies.page;
import static feewright.stripe.StripeBodies.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentFailure;
import feewright.attempt.ProcessorResponse;
import feewright.stripe.ScriptedStripe.Fate;
import feewright.stripe.ScriptedStripe.Move;
import feewright.stripe.ScriptedStripe.Reply;
import java.io.IOException;
import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking a payment up, without charging. */
class FindTest {

    private static final String LIST = "GET /v1/payment_intents";
    private static final String GET = "GET /v1/payment_intents/pi_1";
    private static final String OTHER = "01930000-0000-7000-8000-00000000ffff";
    private static final AttemptUpdate SUCCEEDED = new AttemptUpdate.Succeeded("pi_1", Money.parse("USD 125.00"));

    private ScriptedStripe stripe;

    @BeforeEach
    void start() throws IOException {
        stripe = new ScriptedStripe();
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void a_payment_that_was_named_before_is_asked_for_by_its_name() {
        stripe.on(GET, Reply.ok(intent("succeeded")));

        AttemptUpdate found = find("pi_1").report();

        assertThat(found).isEqualTo(SUCCEEDED);
        assertThat(stripe.requests.getFirst().header("Stripe-Account")).isEqualTo("acct_1");
    }

    @Test
    void a_payment_that_failed_later_says_why() {
        String error = StripeBodies.error("card_error", "card_declined", ", \"decline_code\": \"insufficient_funds\"");
        stripe.on(GET, Reply.ok(intent("pi_1", "requires_payment_method", error)));

        AttemptUpdate found = find("pi_1").report();

        assertThat(found)
                .isEqualTo(new AttemptUpdate.Failed(
                        "pi_1",
                        new PaymentFailure(
                                PaymentFailure.Category.INSUFFICIENT_FUNDS, false, "insufficient_funds", null)));
    }

    @Test
    void without_a_name_it_is_found_among_the_customers_payments_page_by_page() {
        stripe.on(
                LIST,
                Reply.ok(page(true, intentOf("pi_8", "succeeded", OTHER, "null"))),
                Reply.ok(page(false, intentOf("pi_9", "succeeded", OTHER, "null"), intent("succeeded"))));

        AttemptUpdate found = find(null).report();

        assertThat(found).isEqualTo(SUCCEEDED);
        assertThat(stripe.requests.getFirst().fields())
                .containsEntry("customer", "cus_1")
                .containsEntry("limit", "100")
                .containsEntry(
                        "created[gte]",
                        String.valueOf(MADE_AT.minus(Duration.ofHours(1)).getEpochSecond()))
                .doesNotContainKey("starting_after");
        assertThat(stripe.requests.getLast().fields()).containsEntry("starting_after", "pi_8");
    }

    @Test
    void of_two_under_one_attempt_the_one_that_brought_money_counts() {
        stripe.on(LIST, Reply.ok(page(false, intent("pi_2", "canceled", "null"), intent("succeeded"))));

        assertThat(find(null).report()).isEqualTo(SUCCEEDED);
    }

    @Test
    void what_is_nowhere_in_the_list_is_not_there() {
        stripe.on(LIST, Reply.ok(page(false, intentOf("pi_9", "succeeded", OTHER, "null"))));

        assertThat(find(null)).isEqualTo(ProcessorResponse.of(new AttemptUpdate.NotFound()));
    }

    @Test
    void a_name_that_stripe_does_not_know_is_looked_for_in_the_list() {
        stripe.on(GET, refused(404, "invalid_request_error", "resource_missing", ""))
                .on(LIST, Reply.ok(page(false)));

        assertThat(find("pi_1").report()).isEqualTo(new AttemptUpdate.NotFound());
    }

    @Test
    void a_customer_with_too_many_payments_is_left_to_a_person() {
        stripe.on(LIST, Reply.ok(page(true, intentOf("pi_9", "succeeded", OTHER, "null"))));

        assertThat(find(null).report()).isEqualTo(new AttemptUpdate.Unknown("too_many_payments"));
        assertThat(stripe.requests).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "<html>",
                "{\"object\": \"list\", \"data\": []}",
                "{\"object\": \"list\", \"has_more\": false}",
                "{\"object\": \"list\", \"data\": null, \"has_more\": false}"
            })
    void a_list_that_cannot_be_read_does_not_mean_that_there_is_nothing(String body) {
        stripe.on(LIST, Reply.ok(body));

        assertThat(find(null).report()).isEqualTo(new AttemptUpdate.Unknown("unreadable"));
    }

    @Test
    void what_cannot_be_asked_stays_unknown() {
        stripe.on(
                LIST,
                new Move(
                        Fate.TURNED_AWAY,
                        refused(429, "invalid_request_error", "rate_limit", "").with("Retry-After", "3")),
                new Move(Fate.RESET_BEFORE, Reply.ok("")));

        ProcessorResponse limited = find(null);
        ProcessorResponse lost = find(null);

        assertThat(limited)
                .isEqualTo(new ProcessorResponse(new AttemptUpdate.Unknown("rate_limit"), Duration.ofSeconds(3)));
        assertThat(lost).isEqualTo(ProcessorResponse.of(new AttemptUpdate.Unknown("connection_lost")));
    }

    private ProcessorResponse find(String known) {
        return Charges.processor(stripe.address()).find(charge(Money.parse("USD 125.00"), known));
    }
}
