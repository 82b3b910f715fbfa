package feewright.stripe;

import static feewright.stripe.Charges.ATTEMPT;
import static feewright.stripe.Charges.FIRM;
import static feewright.stripe.Charges.INVOICE;
import static feewright.stripe.Charges.charge;
import static feewright.stripe.StripeBodies.WORDS;
import static feewright.stripe.StripeBodies.declined;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import feewright.attempt.PaymentFailure;
import feewright.attempt.ProcessorResponse;
import feewright.platform.FirmId;
import feewright.stripe.ScriptedStripe.Reply;
import feewright.stripe.ScriptedStripe.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out to Stripe, and what never does (requirements A1, T3). */
class SentChargeTest {

    private ScriptedStripe stripe;

    @BeforeEach
    void start() throws IOException {
        stripe = new ScriptedStripe().on("POST /v1/payment_intents", Reply.ok(StripeBodies.intent("succeeded")));
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void a_charge_names_account_key_and_version_in_its_headers() {
        Charges.processor(stripe.address()).charge(charge());

        Request sent = stripe.requests.getFirst();
        assertThat(sent.header("Stripe-Account")).isEqualTo("acct_1");
        assertThat(sent.header("Idempotency-Key")).isEqualTo(ATTEMPT.toString());
        assertThat(sent.header("Authorization")).isEqualTo("Bearer " + Charges.KEY);
        assertThat(sent.header("Stripe-Version")).isEqualTo(Stripe.API_VERSION);
    }

    /** It would tell of the request before, and of a file that it writes into the home directory. */
    @Test
    void no_telemetry_goes_out() {
        StripeProcessor processor = Charges.processor(stripe.address());

        processor.charge(charge());
        processor.charge(charge());

        Request second = stripe.requests.getLast();
        assertThat(second.headers()).doesNotContainKey("x-stripe-client-telemetry");
        assertThat(second.header("X-Stripe-Client-User-Agent")).contains("Java").doesNotContain("telemetry_id");
    }

    @Test
    void a_charge_is_confirmed_off_session_and_carries_ids_and_no_content() {
        Charges.processor(stripe.address()).charge(charge());

        assertThat(stripe.requests.getFirst().fields())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("amount", "12500"),
                        Map.entry("currency", "usd"),
                        Map.entry("customer", "cus_1"),
                        Map.entry("payment_method", "pm_1"),
                        Map.entry("confirm", "true"),
                        Map.entry("off_session", "true"),
                        Map.entry("automatic_payment_methods[enabled]", "true"),
                        Map.entry("automatic_payment_methods[allow_redirects]", "never"),
                        Map.entry("metadata[firm]", FIRM.toString()),
                        Map.entry("metadata[invoice]", INVOICE.toString()),
                        Map.entry("metadata[attempt]", ATTEMPT.toString())));
    }

    @Test
    void a_firm_without_an_account_charges_nobody() {
        Charge ours = charge();
        Charge theirs = new Charge(
                new FirmId(UUID.randomUUID()),
                ours.invoice(),
                ours.attempt(),
                ours.amount(),
                ours.method(),
                ours.madeAt(),
                null);

        ProcessorResponse answer = Charges.processor(stripe.address()).charge(theirs);

        assertThat(answer)
                .isEqualTo(new ProcessorResponse(new AttemptUpdate.NotSent("no_account"), Trouble.A_PERSON_IS_NEEDED));
        assertThat(stripe.requests).isEmpty();
    }

    /** The library writes the header Stripe-Notice into the log, as it came. */
    @Test
    void what_stripe_says_in_words_is_not_logged() {
        List<String> logged = new ArrayList<>();
        Handler listener = listener(logged);
        Logger everything = Logger.getLogger("");
        everything.addHandler(listener);
        stripe.on("POST /v1/payment_intents", declined("card_declined", "").with("Stripe-Notice", WORDS));

        AttemptUpdate report =
                Charges.processor(stripe.address()).charge(charge()).report();

        everything.removeHandler(listener);
        assertThat(report.toString()).contains("card_declined").doesNotContain("Example");
        assertThat(logged).isEmpty();
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(String.valueOf(entry.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @CsvSource({
        "USD 0.49, amount_too_small",
        "USD 1000000.00, amount_too_large",
        "BHD 1.005, amount_not_whole",
        "IQD 1.000, currency_unsupported"
    })
    void what_stripe_cannot_take_fails_here_and_calls_nobody(String amount, String code) {
        ProcessorResponse answer = Charges.processor(stripe.address()).charge(charge(Money.parse(amount), null));

        assertThat(answer.report())
                .isEqualTo(new AttemptUpdate.Failed(
                        null, new PaymentFailure(PaymentFailure.Category.OTHER, true, code, null)));
        assertThat(stripe.requests).isEmpty();
    }
}
