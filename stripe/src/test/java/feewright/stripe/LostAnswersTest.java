package feewright.stripe;

import static feewright.stripe.Charges.ATTEMPT;
import static feewright.stripe.Charges.charge;
import static feewright.stripe.StripeBodies.intent;
import static feewright.stripe.StripeBodies.page;
import static feewright.stripe.StripeBodies.refused;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptUpdate;
import feewright.stripe.ScriptedStripe.Fate;
import feewright.stripe.ScriptedStripe.Move;
import feewright.stripe.ScriptedStripe.Reply;
import java.io.IOException;
import java.net.URI;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that get lost on the way, or that nobody can read: unknown, never a failure, and never a second charge. */
class LostAnswersTest {

    private static final String POST = "POST /v1/payment_intents";
    private static final Reply PAID = Reply.ok(intent("succeeded"));
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

    @ParameterizedTest
    @CsvSource({
        "RESET_BEFORE, connection_lost, 0",
        "RESET_AFTER, connection_lost, 1",
        "SILENT_BEFORE, timeout, 0",
        "SILENT_AFTER, timeout, 1",
        "TRICKLING, timeout, 1"
    })
    void a_lost_answer_is_unknown_and_the_post_went_out_once(Fate fate, String code, int charges) {
        stripe.on(POST, new Move(fate, PAID));

        AttemptUpdate report = processor(fate, 0).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.Unknown(code));
        assertThat(stripe.requests).hasSize(1);
        assertThat(stripe.executed(ATTEMPT.toString())).isEqualTo(charges);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"RESET_BEFORE", "RESET_AFTER", "SILENT_AFTER"})
    void sent_again_under_the_same_key_it_is_charged_exactly_once(Fate fate) {
        stripe.on(POST, new Move(fate, PAID), new Move(Fate.ANSWERED, PAID));

        AttemptUpdate report = processor(fate, 1).charge(charge()).report();

        assertThat(report).isEqualTo(SUCCEEDED);
        assertThat(stripe.requests)
                .extracting(request -> request.header("Idempotency-Key"))
                .containsExactly(ATTEMPT.toString(), ATTEMPT.toString());
        assertThat(stripe.executed(ATTEMPT.toString())).isEqualTo(1);
    }

    @Test
    void a_look_up_finds_the_charge_whose_answer_was_lost() {
        stripe.on(POST, new Move(Fate.RESET_AFTER, PAID))
                .on("GET /v1/payment_intents", Reply.ok(page(false, intent("succeeded"))));
        StripeProcessor processor = Charges.processor(stripe.address());

        AttemptUpdate charged = processor.charge(charge()).report();
        AttemptUpdate found = processor.find(charge()).report();

        assertThat(charged).isEqualTo(new AttemptUpdate.Unknown("connection_lost"));
        assertThat(found).isEqualTo(SUCCEEDED);
        assertThat(stripe.executed(ATTEMPT.toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html><body>Ms Example</body></html>",
                "{\"id\": \"pi_1\", \"object\": \"payment_intent\"}",
                "{\"id\": \"ch_1\", \"object\": \"charge\", \"status\": \"succeeded\"}",
                "{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"status\": \"succ"
            })
    void a_200_that_is_no_payment_is_unknown(String body) {
        stripe.on(POST, Reply.ok(body));

        AttemptUpdate report =
                Charges.processor(stripe.address()).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.Unknown("unreadable"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 409, 418, 429, 500, 502, 503})
    void an_error_without_stripes_error_in_it_is_unknown(int status) {
        stripe.on(POST, new Move(Fate.TURNED_AWAY, Reply.of(status, "<html>Ms Example</html>")));

        AttemptUpdate report =
                Charges.processor(stripe.address()).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.Unknown("unreadable"));
    }

    @Test
    void a_body_beyond_all_measure_is_not_read_to_its_end() {
        stripe.on(POST, Reply.ok(" ".repeat(5 << 20)));

        AttemptUpdate report =
                Charges.processor(stripe.address()).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.Unknown("connection_lost"));
    }

    @Test
    void what_nobody_listens_to_was_certainly_not_sent() {
        URI nobody = stripe.address();
        stripe.close();

        AttemptUpdate report = Charges.processor(nobody).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.NotSent("unreachable"));
    }

    @ParameterizedTest
    @CsvSource({"429, rate_limit", "401, api_key_expired"})
    void a_refusal_after_silence_does_not_mean_that_nothing_was_sent(int status, String code) {
        stripe.on(
                POST,
                new Move(Fate.SILENT_AFTER, PAID),
                new Move(Fate.TURNED_AWAY, refused(status, "invalid_request_error", code, "")));

        AttemptUpdate report =
                Charges.impatient(stripe.address(), 1).charge(charge()).report();

        assertThat(report).isEqualTo(new AttemptUpdate.Unknown(code));
    }

    @Test
    void an_interrupted_worker_leaves_the_outcome_unknown_and_stays_interrupted() {
        stripe.on(POST, PAID);

        Thread.currentThread().interrupt();
        AttemptUpdate report =
                Charges.patient(stripe.address(), 1).charge(charge()).report();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report).isEqualTo(new AttemptUpdate.Unknown("connection_lost"));
    }

    /** Impatient only where there is silence, so that a busy machine is not taken for it. */
    private StripeProcessor processor(Fate fate, int retries) {
        return switch (fate) {
            case SILENT_BEFORE, SILENT_AFTER, TRICKLING -> Charges.impatient(stripe.address(), retries);
            case ANSWERED, TURNED_AWAY, RESET_BEFORE, RESET_AFTER -> Charges.patient(stripe.address(), retries);
        };
    }
}
