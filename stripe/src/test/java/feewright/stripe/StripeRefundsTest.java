package feewright.stripe;

import static feewright.stripe.Charges.ATTEMPT;
import static feewright.stripe.Charges.FIRM;
import static feewright.stripe.Charges.MADE_AT;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.platform.FirmId;
import feewright.processor.EventMeaning;
import feewright.refund.RefundId;
import feewright.refund.RefundOrder;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundProcessor.LookUpResult;
import feewright.refund.RefundUpdate;
import feewright.stripe.ScriptedStripe.Fate;
import feewright.stripe.ScriptedStripe.Move;
import feewright.stripe.ScriptedStripe.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refunds at Stripe: what goes out, what comes back, and what is no answer (requirement A5). */
class StripeRefundsTest {

    private static final String CREATE = "POST /v1/refunds";
    private static final String LIST = "GET /v1/refunds";
    private static final RefundId REFUND = new RefundId(UUID.fromString("01930000-0000-7000-8000-000000000009"));

    private ScriptedStripe stripe;

    @BeforeEach
    void start() throws IOException {
        stripe = new ScriptedStripe().on(CREATE, Reply.ok(refund("re_1", "succeeded", REFUND.toString())));
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void a_refund_names_its_payment_and_carries_ids_and_no_content() {
        assertThat(refunded()).isEqualTo(new RefundUpdate.Succeeded("re_1"));

        assertThat(stripe.requests.getFirst().header("Stripe-Account")).isEqualTo("acct_1");
        assertThat(stripe.requests.getFirst().header("Idempotency-Key")).isEqualTo(REFUND.toString());
        assertThat(stripe.requests.getFirst().fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "payment_intent", "pi_1",
                        "amount", "25",
                        "metadata[firm]", FIRM.toString(),
                        "metadata[attempt]", ATTEMPT.toString(),
                        "metadata[refund]", REFUND.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "requires_action, ACTION_REQUIRED",
        "succeeded, SUCCEEDED",
        "failed, FAILED",
        "canceled, CANCELLED",
        "something_new, UNKNOWN",
    })
    void each_status_is_a_state(String status, String state) {
        stripe.on(CREATE, Reply.ok(refund("re_1", status, REFUND.toString())));

        assertThat(refunded().state().name()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, charge_already_refunded, FAILED",
        "400, invalid_request_error, charge_disputed, FAILED",
        "404, invalid_request_error, resource_missing, FAILED",
        "402, card_error, insufficient_funds, FAILED",
        "400, idempotency_error, idempotency_key_in_use, UNKNOWN",
        "401, invalid_request_error, api_key_expired, UNKNOWN",
        "409, invalid_request_error, lock_timeout, UNKNOWN",
        "429, invalid_request_error, rate_limit, UNKNOWN",
        "500, api_error, api_error, UNKNOWN",
    })
    void only_a_parsed_refusal_is_a_failure(int status, String type, String code, String state) {
        stripe.on(CREATE, StripeBodies.refused(status, type, code, ""));

        RefundUpdate report = refunded();

        assertThat(report.state().name()).isEqualTo(state);
        assertThat(report.toString()).doesNotContain("Example");
    }

    @Test
    void an_answer_that_cannot_be_read_or_is_of_another_refund_is_none() {
        for (String body : new String[] {
            "", "<html>", "{}", refund("re_1", "succeeded", UUID.randomUUID().toString())
        }) {
            stripe.on(CREATE, Reply.ok(body));

            assertThat(refunded()).as(body).isInstanceOf(RefundUpdate.Unanswered.class);
        }
    }

    @Test
    void a_lost_answer_is_none_and_the_same_key_refunds_once() {
        Reply made = Reply.ok(refund("re_1", "succeeded", REFUND.toString()));
        stripe.on(CREATE, new Move(Fate.RESET_AFTER, made), new Move(Fate.ANSWERED, made));

        assertThat(refunded()).isInstanceOf(RefundUpdate.Unanswered.class);
        assertThat(refunded()).isEqualTo(new RefundUpdate.Succeeded("re_1"));

        assertThat(stripe.executed(REFUND.toString())).isEqualTo(1);
    }

    @Test
    void a_firm_without_an_account_refunds_nothing() {
        RefundOrder order = new RefundOrder(
                REFUND,
                new RefundOrder.Amount(
                        new RefundOrder.Payment(new FirmId(UUID.randomUUID()), "stripe", "pi_1"), ATTEMPT, cents()),
                MADE_AT,
                null);

        assertThat(refunds().refund(order).report()).isEqualTo(new RefundUpdate.Unanswered("no_account"));
        assertThat(stripe.requests).isEmpty();
    }

    @Test
    void a_refund_is_found_by_our_id_or_by_its_own() {
        String ours = refund("re_2", "pending", REFUND.toString());
        stripe.on(LIST, Reply.ok(list(refund("re_1", "succeeded", "x"), ours)));
        assertThat(refunds().find(order(null))).isEqualTo(new LookUpResult.Found(new RefundUpdate.Pending("re_2")));

        stripe.on(LIST, Reply.ok(list(refund("re_1", "succeeded", "x"))));
        assertThat(refunds().find(order("re_1"))).isEqualTo(new LookUpResult.Found(new RefundUpdate.Succeeded("re_1")));
        assertThat(refunds().find(order(null))).isEqualTo(new LookUpResult.NotFound());

        stripe.on(LIST, Reply.of(500, ""));
        assertThat(refunds().find(order(null))).isInstanceOf(LookUpResult.Unanswered.class);
    }

    @Test
    void all_refunds_of_a_payment_are_told_with_whose_they_are() {
        stripe.on(LIST, Reply.ok(list(refund("re_1", "succeeded", "x"), refund("re_2", "failed", REFUND.toString()))));

        assertThat(refunds()
                        .all(new RefundOrder.Payment(FIRM, "stripe", "pi_1"))
                        .orElseThrow())
                .containsExactly(
                        new RefundProcessor.ProcessorRefund(
                                null, cents(), new RefundUpdate.Succeeded("re_1"), Instant.ofEpochSecond(1795374000)),
                        new RefundProcessor.ProcessorRefund(
                                REFUND,
                                cents(),
                                new RefundUpdate.Failed("re_2", "declined"),
                                Instant.ofEpochSecond(1795374000)));
    }

    @Test
    void events_of_refunds_say_which_payment_and_how_much() {
        assertThat(read("refund.created", refund("re_1", "pending", REFUND.toString())))
                .isEqualTo(new EventMeaning.RefundUpdated("pi_1", REFUND, cents(), new RefundUpdate.Pending("re_1")));
        assertThat(read("refund.failed", refund("re_1", "failed", "x")))
                .isEqualTo(new EventMeaning.RefundUpdated(
                        "pi_1", null, cents(), new RefundUpdate.Failed("re_1", "declined")));
        assertThat(read("refund.updated", refund("re_1", "gone", "x")))
                .isEqualTo(new EventMeaning.Nothing("object_unknown"));
        assertThat(read("charge.refunded", """
            {"id": "ch_1", "object": "charge", "amount_refunded": 4000, "currency": "usd", "payment_intent": "pi_1"}\
            """))
                .isEqualTo(new EventMeaning.RefundTotal("pi_1", Money.parse("USD 40.00")));
        assertThat(read("charge.refunded", """
            {"id": "ch_1", "object": "charge", "amount_refunded": 4000, "currency": "usd", "payment_intent": null}\
            """)).isEqualTo(new EventMeaning.Nothing("payment_unnamed"));
    }

    private static EventMeaning read(String type, String object) {
        return StripeEvents.interpret("""
            {"id": "evt_1", "object": "event", "api_version": "2026-07-29.dahlia", "type": "%s", "data": {"object": %s}}
            """.formatted(type, object));
    }

    private RefundUpdate refunded() {
        return refunds().refund(order(null)).report();
    }

    private RefundProcessor refunds() {
        return Charges.processor(stripe.address()).refunds();
    }

    /** A quarter of a dollar: less than what Stripe would charge. */
    private static Money cents() {
        return Money.parse("USD 0.25");
    }

    private static RefundOrder order(@Nullable String known) {
        RefundOrder.Payment payment = new RefundOrder.Payment(FIRM, "stripe", "pi_1");
        return new RefundOrder(REFUND, new RefundOrder.Amount(payment, ATTEMPT, cents()), MADE_AT, known);
    }

    private static String list(String... refunds) {
        return "{\"object\": \"list\", \"url\": \"/v1/refunds\", \"has_more\": false, \"data\": ["
                + String.join(", ", refunds) + "]}";
    }

    private static String refund(String id, String status, String ours) {
        return """
            {"id": "%s", "object": "refund", "amount": 25, "balance_transaction": "txn_1", "charge": "ch_1",
             "created": 1795374000, "currency": "usd", "failure_reason": %s, "metadata": {"refund": "%s"},
             "payment_intent": "pi_1", "reason": null, "receipt_number": null, "status": "%s"}
            """.formatted(id, status.equals("failed") ? "\"declined\"" : "null", ours, status);
    }
}
