package feewright.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.processor.EventMeaning;
import feewright.processor.EventMeaning.DisputeUpdated;
import feewright.processor.EventMeaning.FraudWarned;
import feewright.processor.EventMeaning.Nothing;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Stripe's events of disputes mean (requirement D1). */
class DisputeEventsTest {

    private static final String TAKEN = """
        {"id": "txn_1", "object": "balance_transaction", "amount": -4000, "currency": "usd", "fee": 1500}\
        """;
    private static final String BACK = """
        {"id": "txn_2", "object": "balance_transaction", "amount": 4000, "currency": "usd", "fee": 0}\
        """;

    @Test
    void a_dispute_tells_what_it_claims_why_until_when_and_what_was_moved() {
        EventMeaning reading = read("charge.dispute.closed", dispute("won", TAKEN + "," + BACK));

        assertThat(reading)
                .isEqualTo(new DisputeUpdated(
                        "du_1",
                        "pi_1",
                        Kind.CLOSED,
                        new UndatedDetails(
                                DisputeState.WON,
                                Money.parse("USD 40.00"),
                                "fraudulent",
                                Instant.ofEpochSecond(1_800_000_000),
                                List.of(
                                        new DisputeMovement(
                                                "txn_1", Money.parse("USD -40.00"), Money.parse("USD 15.00")),
                                        new DisputeMovement(
                                                "txn_2", Money.parse("USD 40.00"), Money.parse("USD 0.00"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "charge.dispute.created,warning_needs_response,OPENED,INQUIRY_NEEDS_RESPONSE",
        "charge.dispute.updated,warning_under_review,UPDATED,INQUIRY_UNDER_REVIEW",
        "charge.dispute.closed,warning_closed,CLOSED,INQUIRY_CLOSED",
        "charge.dispute.created,needs_response,OPENED,NEEDS_RESPONSE",
        "charge.dispute.funds_withdrawn,under_review,FUNDS_WITHDRAWN,UNDER_REVIEW",
        "charge.dispute.closed,prevented,CLOSED,PREVENTED",
        "charge.dispute.funds_reinstated,won,FUNDS_REINSTATED,WON",
        "charge.dispute.closed,lost,CLOSED,LOST"
    })
    void every_type_and_status_has_its_word(String type, String status, Kind kind, DisputeState state) {
        assertThat(read(type, dispute(status, ""))).isInstanceOfSatisfying(DisputeUpdated.class, dispute -> {
            assertThat(dispute.kind()).isEqualTo(kind);
            assertThat(dispute.shown().status()).isEqualTo(state);
        });
    }

    @Test
    void what_cannot_be_read_is_said_so_and_counts_for_nothing() {
        assertThat(read("charge.dispute.created", dispute("charge_refunded", "")))
                .isEqualTo(new Nothing("status_unknown"));
        assertThat(read("charge.dispute.created", dispute("lost", TAKEN.replace("1500", "null"))))
                .isEqualTo(new Nothing("amount_unreadable"));
        assertThat(read("charge.dispute.created", dispute("lost", "7"))).isEqualTo(new Nothing("amount_unreadable"));
        assertThat(read("charge.dispute.created", dispute("lost", "").replace("\"pi_1\"", "null")))
                .isEqualTo(new Nothing("payment_unnamed"));
        assertThat(read("charge.dispute.created", dispute("lost", "").replace("\"dispute\"", "\"charge\"")))
                .isEqualTo(new Nothing("object_unknown"));
        assertThat(read("charge.dispute.created", dispute("lost", "").replace("usd", "xyz")))
                .isEqualTo(new Nothing("amount_unreadable"));
    }

    @Test
    void words_and_impossible_deadlines_stay_where_they_are() {
        String odd =
                dispute("lost", "").replace("fraudulent", StripeBodies.WORDS).replace("1800000000", "999999999999999");

        assertThat(read("charge.dispute.updated", odd)).isInstanceOfSatisfying(DisputeUpdated.class, dispute -> {
            assertThat(dispute.shown().reason()).isNull();
            assertThat(dispute.shown().respondBy()).isNull();
        });
    }

    @Test
    void a_fraud_warning_tells_its_kind_and_whether_it_takes_an_answer() {
        String warning = """
            {"id": "issfr_1", "object": "radar.early_fraud_warning", "actionable": true, "charge": "ch_1",
             "fraud_type": "made_with_stolen_card", "payment_intent": "pi_1"}\
            """;

        assertThat(read("radar.early_fraud_warning.created", warning))
                .isEqualTo(new FraudWarned("issfr_1", "pi_1", "made_with_stolen_card", true));
        assertThat(read("radar.early_fraud_warning.created", warning.replace("true", "null")))
                .isEqualTo(new Nothing("object_unknown"));
    }

    private static String dispute(String status, String movements) {
        return """
            {"id": "du_1", "object": "dispute", "amount": 4000, "balance_transactions": [%s], "charge": "ch_1",
             "currency": "usd", "evidence_details": {"due_by": 1800000000, "has_evidence": false},
             "payment_intent": "pi_1", "reason": "fraudulent", "status": "%s"}\
            """.formatted(movements, status);
    }

    private static EventMeaning read(String type, String object) {
        return StripeEvents.interpret("""
            {"id": "evt_1", "object": "event", "api_version": "2026-07-29.dahlia", "created": 1795374000, "type": "%s",
             "livemode": false, "data": {"object": %s}}\
            """.formatted(type, object));
    }
}
