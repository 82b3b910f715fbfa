package feewright.stripe;

import static feewright.stripe.Charges.ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptUpdate;
import feewright.attempt.PaymentFailure;
import feewright.processor.EventMeaning;
import feewright.processor.EventMeaning.AttemptUpdated;
import feewright.processor.EventMeaning.Nothing;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stored events mean. */
class PaymentEventsTest {

    private static final String VERSION = "\"2026-07-29.dahlia\"";

    @Test
    void a_success_tells_how_much_came_in() {
        EventMeaning reading = interpret("payment_intent.succeeded", StripeBodies.intent("succeeded"));

        assertThat(reading).isEqualTo(says(new AttemptUpdate.Succeeded("pi_1", Money.parse("USD 125.00"))));
    }

    @Test
    void processing_action_and_cancellation_are_told() {
        assertThat(interpret("payment_intent.processing", StripeBodies.intent("processing")))
                .isEqualTo(says(new AttemptUpdate.Processing("pi_1")));
        assertThat(interpret("payment_intent.requires_action", StripeBodies.intent("requires_action")))
                .isEqualTo(says(new AttemptUpdate.ActionRequired("pi_1")));
        assertThat(interpret("payment_intent.canceled", StripeBodies.intent("canceled")))
                .isEqualTo(says(new AttemptUpdate.Cancelled("pi_1")));
    }

    @Test
    void a_failure_tells_its_codes_and_advice() {
        String error = StripeBodies.error(
                "card_error",
                "card_declined",
                ", \"decline_code\": \"stolen_card\", \"advice_code\": \"do_not_try_again\"");

        EventMeaning reading = interpret(
                "payment_intent.payment_failed", StripeBodies.intent("pi_1", "requires_payment_method", error));

        assertThat(reading)
                .isEqualTo(says(new AttemptUpdate.Failed(
                        "pi_1",
                        new PaymentFailure(
                                PaymentFailure.Category.CARD_DECLINED,
                                true,
                                "stolen_card",
                                PaymentFailure.Advice.NEVER_AGAIN))));
        assertThat(reading.toString()).doesNotContain("Example");
    }

    @Test
    void a_bank_return_whose_reason_is_only_told_in_words_is_a_soft_failure() {
        String error =
                StripeBodies.error("card_error", "payment_intent_payment_attempt_failed", ", \"decline_code\": null");

        EventMeaning reading = interpret(
                "payment_intent.payment_failed", StripeBodies.intent("pi_1", "requires_payment_method", error));

        assertThat(reading)
                .isEqualTo(says(new AttemptUpdate.Failed(
                        "pi_1",
                        new PaymentFailure(
                                PaymentFailure.Category.OTHER, false, "payment_intent_payment_attempt_failed", null))));
    }

    @Test
    void a_card_that_wants_its_holder_waits_for_the_customer() {
        String error = StripeBodies.error(
                "card_error", "authentication_required", ", \"decline_code\": \"authentication_required\"");

        EventMeaning reading = interpret(
                "payment_intent.payment_failed", StripeBodies.intent("pi_1", "requires_payment_method", error));

        assertThat(reading).isEqualTo(says(new AttemptUpdate.ActionRequired("pi_1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"\"",
                "\"2026-07-29\"",
                "\"2020-08-27\"",
                "\"2026-09-30.elderberry\"",
                "\"2026-07-29.dahlia.preview\"",
                "{}"
            })
    void an_event_of_no_version_or_another_is_left_alone(String version) {
        String event = event("payment_intent.succeeded", version, StripeBodies.intent("succeeded"));

        assertThat(StripeEvents.interpret(event)).isEqualTo(new Nothing("version_unknown"));
    }

    @Test
    void an_event_of_the_same_train_is_read() {
        String event = event("payment_intent.processing", "\"2026-10-28.dahlia\"", StripeBodies.intent("processing"));

        assertThat(StripeEvents.interpret(event)).isEqualTo(says(new AttemptUpdate.Processing("pi_1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment_intent.created",
                "payment_intent.amount_capturable_updated",
                "charge.succeeded",
                "charge.pending",
                "customer.created",
                "an.event.of.next.year",
                "null",
                ""
            })
    void an_event_of_another_type_is_left_alone(String type) {
        assertThat(interpret(type, StripeBodies.intent("succeeded"))).isEqualTo(new Nothing("type_unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"object\": \"charge\", \"id\": \"ch_1\", \"status\": \"succeeded\"}",
                "{\"object\": \"payment_intent\", \"id\": \"pi_1\"}",
                "{\"object\": \"payment_intent\", \"id\": null, \"status\": \"succeeded\"}",
                "{\"object\": \"payment_intent\", \"id\": \"pi_1\", \"status\": [\"succeeded\"]}",
                "{\"object\": \"payment_intent\", \"id\": \"Ms Example\", \"status\": \"succeeded\"}"
            })
    void an_event_about_something_else_is_left_alone(String object) {
        assertThat(interpret("payment_intent.succeeded", object)).isEqualTo(new Nothing("object_unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "01930000-0000-7000-8000-00000000000z", "Ms Example pays by the year, as agreed"})
    void a_payment_that_is_none_of_our_attempts_is_left_alone(String attempt) {
        String intent = StripeBodies.intentOf("pi_1", "succeeded", attempt, "null");

        assertThat(interpret("payment_intent.succeeded", intent)).isEqualTo(new Nothing("attempt_unnamed"));
    }

    @Test
    void a_payment_without_metadata_is_left_alone() {
        String intent = "{\"object\": \"payment_intent\", \"id\": \"pi_1\", \"status\": \"processing\"}";

        assertThat(interpret("payment_intent.processing", intent)).isEqualTo(new Nothing("attempt_unnamed"));
    }

    @ParameterizedTest
    @CsvSource({
        "payment_intent.succeeded, requires_payment_method",
        "payment_intent.succeeded, a_status_of_next_year",
        "payment_intent.canceled, succeeded",
        "payment_intent.payment_failed, succeeded"
    })
    void a_status_that_contradicts_its_type_is_left_alone(String type, String status) {
        assertThat(interpret(type, StripeBodies.intent(status))).isEqualTo(new Nothing("status_contradicts_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12500.5", "0", "-12500", "\"12500\"", "null", "1e9", "123456789012345678901234567890"})
    void an_amount_that_cannot_be_read_is_left_alone(String amount) {
        String intent = StripeBodies.intent("succeeded")
                .replace("\"amount_received\": 12500", "\"amount_received\": " + amount);

        assertThat(interpret("payment_intent.succeeded", intent)).isEqualTo(new Nothing("amount_unreadable"));
    }

    @Test
    void a_failure_without_an_error_says_nothing() {
        assertThat(interpret("payment_intent.payment_failed", StripeBodies.intent("requires_payment_method")))
                .isEqualTo(new Nothing("requires_payment_method"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "{", "\"text\"", "<html>", "\u0000"})
    void what_is_no_json_object_is_left_alone(String body) {
        assertThat(StripeEvents.interpret(body)).isEqualTo(new Nothing("body_unreadable"));
    }

    private static EventMeaning interpret(String type, String object) {
        return StripeEvents.interpret(event(type, VERSION, object));
    }

    private static AttemptUpdated says(AttemptUpdate report) {
        return new AttemptUpdated(ATTEMPT, report);
    }

    private static String event(String type, String version, String object) {
        String named = type.equals("null") ? "null" : "\"" + type + "\"";
        return "{\"id\": \"evt_1\", \"object\": \"event\", \"api_version\": " + version + ", \"type\": " + named
                + ", \"livemode\": false, \"created\": 1795341540, \"data\": {\"object\": " + object + "}}";
    }
}
