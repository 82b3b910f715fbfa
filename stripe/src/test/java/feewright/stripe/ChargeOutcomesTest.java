package feewright.stripe;

import static feewright.stripe.Charges.ATTEMPT;
import static feewright.stripe.Charges.charge;
import static feewright.stripe.StripeBodies.declined;
import static feewright.stripe.StripeBodies.intent;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Requirement A3: what each answer of Stripe says of an attempt. */
class ChargeOutcomesTest {

    private static final String POST = "POST /v1/payment_intents";

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
    void a_success_says_what_came_in() {
        ProcessorResponse answer = charged(Reply.ok(intent("succeeded")));

        assertThat(answer)
                .isEqualTo(ProcessorResponse.of(new AttemptUpdate.Succeeded("pi_1", Money.parse("USD 125.00"))));
        assertThat(stripe.executed(ATTEMPT.toString())).isEqualTo(1);
    }

    @Test
    void a_bank_debit_under_way_is_neither_success_nor_failure() {
        assertThat(charged(Reply.ok(intent("processing"))).report()).isEqualTo(new AttemptUpdate.Processing("pi_1"));
    }

    @Test
    void an_open_action_waits_for_the_customer() {
        assertThat(charged(Reply.ok(intent("requires_action"))).report())
                .isEqualTo(new AttemptUpdate.ActionRequired("pi_1"));
    }

    @Test
    void a_card_that_wants_its_holder_waits_for_the_customer() {
        ProcessorResponse answer =
                charged(declined("authentication_required", ", \"decline_code\": \"authentication_required\""));

        assertThat(answer.report()).isEqualTo(new AttemptUpdate.ActionRequired("pi_1"));
    }

    @Test
    void a_cancelled_payment_is_cancelled() {
        assertThat(charged(Reply.ok(intent("canceled"))).report()).isEqualTo(new AttemptUpdate.Cancelled("pi_1"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        card_declined,           generic_decline,             CARD_DECLINED,      false
        card_declined,           do_not_honor,                CARD_DECLINED,      false
        card_declined,           insufficient_funds,          INSUFFICIENT_FUNDS, false
        card_declined,           lost_card,                   CARD_DECLINED,      true
        card_declined,           stolen_card,                 CARD_DECLINED,      true
        card_declined,           pickup_card,                 CARD_DECLINED,      true
        card_declined,           fraudulent,                  CARD_DECLINED,      true
        card_declined,           invalid_account,             CARD_DECLINED,      true
        card_declined,           revocation_of_authorization, CARD_DECLINED,      true
        card_declined,           issuer_not_available,        NETWORK,            false
        card_declined,           a_code_of_next_year,         CARD_DECLINED,      false
        expired_card,            expired_card,                EXPIRED_CARD,       true
        incorrect_cvc,           incorrect_cvc,               INCORRECT_CVC,      false
        processing_error,        -,                           PROCESSING_ERROR,   false
        debit_not_authorized,    -,                           METHOD_MISSING,     true
        payment_intent_authentication_failure, -,             AUTHENTICATION_REQUIRED, false
        an_error_of_next_year,   -,                           OTHER,              false
        """)
    void a_decline_has_a_category_and_is_hard_or_soft(
            String code, String declineCode, PaymentFailure.Category category, boolean hard) {
        String more = declineCode == null ? "" : ", \"decline_code\": \"" + declineCode + "\"";

        ProcessorResponse answer = charged(declined(code, more));

        String said = declineCode == null ? code : declineCode;
        assertThat(answer)
                .isEqualTo(ProcessorResponse.of(
                        new AttemptUpdate.Failed("pi_1", new PaymentFailure(category, hard, said, null))));
        assertThat(answer.toString()).doesNotContain("Example", "declined\"");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        do_not_try_again,  -,  visa,       NEVER_AGAIN, true
        try_again_later,   -,  visa,       TRY_LATER,   false
        confirm_card_data, -,  visa,       NEW_DETAILS, false
        -,                 03, mastercard, NEVER_AGAIN, true
        try_again_later,   21, mastercard, NEVER_AGAIN, true
        try_again_later,   02, mastercard, TRY_LATER,   false
        confirm_card_data, 03, visa,       NEW_DETAILS, false
        advice_of_2027,    -,  visa,       -,           false
        """)
    void the_network_advises_and_never_again_is_hard(
            String advice, String network, String brand, PaymentFailure.Advice understood, boolean hard) {
        String more = ", \"decline_code\": \"generic_decline\"" + field("advice_code", advice)
                + field("network_advice_code", network)
                + ", \"payment_method\": {\"id\": \"pm_1\", \"object\": \"payment_method\", \"type\": \"card\","
                + " \"card\": {\"brand\": \""
                + brand + "\", \"last4\": \"4242\"}}";

        ProcessorResponse answer = charged(declined("card_declined", more));

        assertThat(answer.report())
                .isEqualTo(new AttemptUpdate.Failed(
                        "pi_1",
                        new PaymentFailure(
                                PaymentFailure.Category.CARD_DECLINED, hard, "generic_decline", understood)));
    }

    @Test
    void a_method_that_is_gone_is_a_hard_failure_without_a_payment() {
        ProcessorResponse answer =
                charged(refused(400, "invalid_request_error", "resource_missing", ", \"param\": \"payment_method\""));

        assertThat(answer.report())
                .isEqualTo(new AttemptUpdate.Failed(
                        null,
                        new PaymentFailure(PaymentFailure.Category.METHOD_MISSING, true, "resource_missing", null)));
    }

    @Test
    void a_request_that_stripe_cannot_take_is_a_hard_failure() {
        ProcessorResponse answer = charged(refused(400, "invalid_request_error", "amount_too_small", ""));

        assertThat(answer.report())
                .isEqualTo(new AttemptUpdate.Failed(
                        null, new PaymentFailure(PaymentFailure.Category.OTHER, true, "amount_too_small", null)));
    }

    @Test
    void a_key_that_was_used_for_something_else_leaves_the_outcome_unknown() {
        ProcessorResponse answer = charged(refused(400, "idempotency_error", "null", ""));

        assertThat(answer.report()).isEqualTo(new AttemptUpdate.Unknown("idempotency_error"));
    }

    @ParameterizedTest
    @CsvSource({"401, null, http-401", "401, api_key_expired, api_key_expired", "403, account_invalid, account_invalid"
    })
    void a_wrong_key_or_account_sends_nothing_and_waits_for_a_person(int status, String code, String said) {
        ProcessorResponse answer = charged(refused(status, "invalid_request_error", code, ""));

        assertThat(answer)
                .isEqualTo(new ProcessorResponse(new AttemptUpdate.NotSent(said), Trouble.A_PERSON_IS_NEEDED));
    }

    @Test
    void too_many_requests_are_sent_later_when_stripe_says_so() {
        ProcessorResponse answer = turnedAway(
                refused(429, "invalid_request_error", "rate_limit", "").with("Retry-After", "17"));

        assertThat(answer)
                .isEqualTo(new ProcessorResponse(new AttemptUpdate.NotSent("rate_limit"), Duration.ofSeconds(17)));
        assertThat(stripe.executed(ATTEMPT.toString())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "99999999999999999999", "'Fri, 31 Dec 1999 23:59:59 GMT'"})
    void a_retry_after_that_is_no_number_of_seconds_is_passed_over(String header) {
        ProcessorResponse answer = turnedAway(
                refused(429, "invalid_request_error", "rate_limit", "").with("Retry-After", header));

        assertThat(answer).isEqualTo(ProcessorResponse.of(new AttemptUpdate.NotSent("rate_limit")));
    }

    @Test
    void a_key_that_is_in_use_may_be_charging_right_now() {
        ProcessorResponse answer = turnedAway(refused(409, "invalid_request_error", "idempotency_key_in_use", ""));

        assertThat(answer.report()).isEqualTo(new AttemptUpdate.Unknown("idempotency_key_in_use"));
    }

    @Test
    void a_500_that_is_stored_under_the_key_stays_unknown_however_often_it_is_replayed() {
        stripe.on(POST, refused(500, "api_error", "null", ""), Reply.ok(intent("succeeded")));
        StripeProcessor processor = Charges.processor(stripe.address());

        ProcessorResponse first = processor.charge(charge());
        ProcessorResponse replayed = processor.charge(charge());

        assertThat(first.report()).isEqualTo(new AttemptUpdate.Unknown("http-500"));
        assertThat(replayed).isEqualTo(first);
        assertThat(stripe.executed(ATTEMPT.toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"requires_payment_method", "requires_confirmation", "requires_capture", "a_status_of_next_year"})
    void a_status_that_says_nothing_of_the_money_is_unknown(String status) {
        assertThat(charged(Reply.ok(intent(status))).report()).isEqualTo(new AttemptUpdate.Unknown(status));
    }

    @Test
    void an_answer_about_another_attempt_is_not_believed() {
        String other = StripeBodies.intentOf("pi_1", "succeeded", "01930000-0000-7000-8000-00000000ffff", "null");

        assertThat(charged(Reply.ok(other)).report()).isEqualTo(new AttemptUpdate.Unknown("other_attempt"));
    }

    private ProcessorResponse charged(Reply reply) {
        stripe.on(POST, reply);
        return Charges.processor(stripe.address()).charge(charge());
    }

    private ProcessorResponse turnedAway(Reply reply) {
        stripe.on(POST, new Move(Fate.TURNED_AWAY, reply));
        return Charges.processor(stripe.address()).charge(charge());
    }

    private static String field(String name, String value) {
        return value == null ? "" : ", \"" + name + "\": \"" + value + "\"";
    }
}
